using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Validation;

/// <summary>What is wrong with objects before they are stored, in the server's words and about its order.</summary>
/// <remarks>Objects are in normal form with their defaults. What a schema says of custom resources comes on top.</remarks>
internal static class ObjectValidation
{
    /// <summary>What is wrong with a new object, its name made and its namespace set; nothing for a good one.</summary>
    public static IReadOnlyList<StatusCause> OnCreate(ApiResource resource, JsonValue value)
    {
        List<StatusCause> causes = [];
        if (resource.IsCustom)
        {
            if (HasOwnType(resource, value, causes))
            {
                MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, NameRules.Subdomain, causes);
            }

            return causes;
        }

        OwnRules(resource, KindCatalog.Of(resource), value, causes);
        if (causes.Count == 0)
        {
            MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, NameRules.Common, causes);
        }

        return causes;
    }

    /// <summary>What is wrong with an object that takes the place of <paramref name="old"/>.</summary>
    public static IReadOnlyList<StatusCause> OnUpdate(ApiResource resource, JsonValue value, JsonValue old)
    {
        List<StatusCause> causes = [];
        Common(resource, value, old, causes);
        if (resource.IsCustom)
        {
            if (HasOwnType(resource, value, causes))
            {
                MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
            }

            return causes;
        }

        KindRules rules = KindCatalog.Of(resource);
        OwnUpdateRules(rules, value, old, causes);
        rules.Update?.Invoke(value, old, causes);
        if (rules.UpdateRepeatsCreate)
        {
            OwnRules(resource, rules, value, causes);
        }

        return causes;
    }

    /// <summary>What is wrong with an object of which the status was written.</summary>
    public static IReadOnlyList<StatusCause> OnStatusUpdate(ApiResource resource, JsonValue value, JsonValue old)
    {
        List<StatusCause> causes = [];
        Common(resource, value, old, causes);
        if (resource.IsCustom)
        {
            if (HasOwnType(resource, value, causes))
            {
                MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
            }

            return causes;
        }

        KindRules rules = KindCatalog.Of(resource);
        OwnUpdateRules(rules, value, old, causes);
        rules.StatusUpdate?.Invoke(value, old, causes);
        return causes;
    }

    /// <summary>What is wrong with an object of which the part <paramref name="subresource"/> was written.</summary>
    public static IReadOnlyList<StatusCause> OnSubresourceUpdate(ApiResource resource, string subresource, JsonValue value, JsonValue old)
    {
        KindRules rules = KindCatalog.Of(resource);
        if (resource.IsCustom || !rules.SubresourceUpdates.TryGetValue(subresource, out Action<JsonValue, JsonValue, List<StatusCause>>? rule))
        {
            return OnUpdate(resource, value, old);
        }

        List<StatusCause> causes = [];
        Common(resource, value, old, causes);
        OwnUpdateRules(rules, value, old, causes);
        rule(value, old, causes);
        return causes;
    }

    /// <summary>The group and kind that a Status names: of Events always the core group's, of custom resources what they say themselves.</summary>
    public static GroupKind NamedKind(ApiResource resource, JsonValue value) =>
        resource.IsCustom ? new GroupKind(resource.Group, value["kind"u8].AsString() ?? resource.Kind)
        : resource.Kind == "Event" ? new GroupKind("", resource.Kind)
        : resource.GroupKind;

    /// <summary>Warnings about a custom resource that is well: finalizers that others may use too.</summary>
    /// <param name="value">The object.</param>
    /// <param name="old">What it was; missing for a new one.</param>
    public static IReadOnlyList<string> WarningsOfCustom(JsonValue value, JsonValue old)
    {
        IEnumerable<string> Finalizers(JsonValue of) => of["metadata"u8]["finalizers"u8].Items().Select(item => item.AsString() ?? "");
        List<string> warnings = [];
        foreach (string name in Finalizers(value).Except(Finalizers(old), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string start = $"metadata.finalizers: {GoString.Quote(name)}: ";
            warnings.AddRange(QualifiedName.Problems(name).Select(problem => start + problem));
            if (!name.Contains('/', StringComparison.Ordinal) && !MetadataRules.IsStandardFinalizer(name))
            {
                string path = name.Contains('.', StringComparison.Ordinal) ? " including a path (/)" : "";
                warnings.Add($"{start}prefer a domain-qualified finalizer name{path} to avoid accidental conflicts with other finalizer writers");
            }
        }

        return warnings;
    }

    private static void Common(ApiResource resource, JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, NameRules.Common, causes);
        MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
    }

    private static void OwnRules(ApiResource resource, KindRules rules, JsonValue value, List<StatusCause> causes)
    {
        if (rules.Name != null)
        {
            MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, rules.Name, causes);
            QualifiedFinalizers(rules, value, causes);
        }

        rules.Create?.Invoke(value, causes);
    }

    private static void OwnUpdateRules(KindRules rules, JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        if (rules.Name != null)
        {
            MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
            QualifiedFinalizers(rules, value, causes);
        }
    }

    private static void QualifiedFinalizers(KindRules rules, JsonValue value, List<StatusCause> causes)
    {
        if (rules.QualifiesFinalizers)
        {
            MetadataRules.QualifiedFinalizers(value["metadata"u8]["finalizers"u8], "metadata.finalizers", causes);
        }
    }

    /// <summary>A custom resource of another kind or version is looked at no further.</summary>
    private static bool HasOwnType(ApiResource resource, JsonValue value, List<StatusCause> causes)
    {
        string kind = value["kind"u8].AsString() ?? "";
        string apiVersion = value["apiVersion"u8].AsString() ?? "";
        if (kind != resource.Kind)
        {
            causes.Add(FieldError.Invalid("kind", kind, $"must be {resource.Kind}"));
        }

        if (apiVersion != resource.ApiVersion)
        {
            causes.Add(FieldError.Invalid("apiVersion", apiVersion, $"must be {resource.ApiVersion}"));
        }

        return kind == resource.Kind && apiVersion == resource.ApiVersion;
    }
}
