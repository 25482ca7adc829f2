using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;

namespace Webhooks.Schemas.Metadata;

/// <summary>The rules of custom resources that no schema has: their type, their metadata, and what they are warned of.</summary>
public static class CustomObjectRules
{
    /// <summary>What is wrong with a new object, its name made and its namespace set; one of another kind or version is looked at no further.</summary>
    /// <param name="kind">What it should be.</param>
    /// <param name="isNamespaced">Whether objects of that kind stand in namespaces.</param>
    /// <param name="value">The object, decoded.</param>
    public static IReadOnlyList<StatusCause> OnCreate(GroupVersionKind kind, bool isNamespaced, JsonValue value)
    {
        List<StatusCause> causes = [];
        if (HasOwnType(kind, value, causes))
        {
            MetadataRules.OnCreate(value["metadata"u8], isNamespaced, NameRules.Subdomain, causes);
        }

        return causes;
    }

    /// <summary>What is wrong with an object that takes the place of another. Some of it is found twice, as on the server.</summary>
    /// <param name="kind">What it should be.</param>
    /// <param name="isNamespaced">Whether objects of that kind stand in namespaces.</param>
    /// <param name="value">The object, decoded.</param>
    /// <param name="old">What it was.</param>
    public static IReadOnlyList<StatusCause> OnUpdate(GroupVersionKind kind, bool isNamespaced, JsonValue value, JsonValue old)
    {
        List<StatusCause> causes = [];
        MetadataRules.OnCreate(value["metadata"u8], isNamespaced, NameRules.Common, causes);
        MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
        if (HasOwnType(kind, value, causes))
        {
            MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
        }

        return causes;
    }

    /// <summary>Warnings about an object that is well: finalizers that others may use too.</summary>
    /// <param name="value">The object.</param>
    /// <param name="old">What it was; missing for a new one.</param>
    public static IReadOnlyList<string> Warnings(JsonValue value, JsonValue old)
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

    /// <summary>Whether an object says that it is of that kind and version.</summary>
    public static bool IsOf(GroupVersionKind type, JsonValue value) =>
        value["kind"u8].AsString() == type.Kind && value["apiVersion"u8].AsString() == type.GroupVersion.ToString();

    private static bool HasOwnType(GroupVersionKind type, JsonValue value, List<StatusCause> causes)
    {
        string wanted = type.GroupVersion.ToString();
        string kind = value["kind"u8].AsString() ?? "";
        string apiVersion = value["apiVersion"u8].AsString() ?? "";
        if (kind != type.Kind)
        {
            causes.Add(FieldError.Invalid("kind", kind, $"must be {type.Kind}"));
        }

        if (apiVersion != wanted)
        {
            causes.Add(FieldError.Invalid("apiVersion", apiVersion, $"must be {wanted}"));
        }

        return kind == type.Kind && apiVersion == wanted;
    }
}
