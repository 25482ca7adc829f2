using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Validation;

/// <summary>The rules of custom resources that no schema has: their type, their metadata, and what they are warned of.</summary>
internal static class CustomObjectRules
{
    /// <summary>Looks at a new object; one of another kind or version is looked at no further.</summary>
    public static void OnCreate(ApiResource resource, JsonValue value, List<StatusCause> causes)
    {
        if (HasOwnType(resource, value, causes))
        {
            MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, NameRules.Subdomain, causes);
        }
    }

    /// <summary>Looks at an object beside what it was; one of another kind or version is looked at no further.</summary>
    public static void OnUpdate(ApiResource resource, JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        if (HasOwnType(resource, value, causes))
        {
            MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
        }
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
