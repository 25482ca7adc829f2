using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;

namespace Webhooks.Schemas.Metadata;

/// <summary>The rules of metadata that all kinds share: names, what an update may change, and <see cref="ObjectMetaRules"/>. Source: <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
public static class MetadataRules
{
    /// <summary>The members that an update must leave as they are.</summary>
    private static readonly string[] Fixed = ["name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds"];

    /// <summary>Looks at the metadata of an object by itself.</summary>
    public static void OnCreate(JsonValue metadata, bool isNamespaced, NameRule rule, List<StatusCause> causes)
    {
        if (Text(metadata, "generateName") is { Length: > 0 } prefix)
        {
            causes.AddRange(rule(prefix, true).Select(problem => FieldError.Invalid("metadata.generateName", prefix, problem)));
        }

        string name = Text(metadata, "name");
        causes.AddRange(name.Length == 0
            ? [FieldError.Required("metadata.name", "name or generateName is required")]
            : rule(name, false).Select(problem => FieldError.Invalid("metadata.name", name, problem)));
        Namespace(Text(metadata, "namespace"), isNamespaced, causes);
        causes.AddRange(ObjectMetaRules.OnCreate(metadata, "metadata"));
    }

    /// <summary>Looks at the metadata of an object beside what it was.</summary>
    public static void OnUpdate(JsonValue metadata, JsonValue old, List<StatusCause> causes)
    {
        if (!old["deletionTimestamp"u8].IsAbsent)
        {
            string[] added = [.. Texts(metadata["finalizers"u8]).Except(Texts(old["finalizers"u8]), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (added.Length > 0)
            {
                string list = string.Join(", ", added.Select(GoString.Quote));
                causes.Add(FieldError.Forbidden(
                    "metadata.finalizers",
                    $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{list}}}"));
            }
        }

        if (Text(metadata, "resourceVersion").Length == 0)
        {
            causes.Add(FieldError.Invalid("metadata.resourceVersion", "", "must be specified for an update"));
        }

        causes.AddRange(ObjectMetaRules.Generation(metadata["generation"u8], "metadata.generation"));
        if (Number(metadata["generation"u8]) is var generation && generation < Number(old["generation"u8]))
        {
            causes.Add(FieldError.Invalid("metadata.generation", generation, "must not be decremented"));
        }

        foreach (string member in Fixed)
        {
            FixedField.Check(metadata[member], old[member], $"metadata.{member}", causes);
        }

        causes.AddRange(ObjectMetaRules.Labels(metadata["labels"u8], "metadata.labels"));
        causes.AddRange(ObjectMetaRules.Annotations(metadata["annotations"u8], "metadata.annotations"));
        causes.AddRange(OwnerReferenceRules.Check(metadata["ownerReferences"u8], "metadata.ownerReferences"));
    }

    /// <summary>The rule that built-in kinds add: a finalizer is one of Kubernetes' own, or has a domain.</summary>
    public static void QualifiedFinalizers(JsonValue finalizers, string field, List<StatusCause> causes)
    {
        foreach ((int index, string finalizer) in Texts(finalizers).Index())
        {
            if (!finalizer.Contains('/', StringComparison.Ordinal) && !IsStandardFinalizer(finalizer))
            {
                causes.Add(FieldError.Invalid(
                    $"{field}[{index}]", finalizer, "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
    }

    /// <summary>Whether it is one of Kubernetes' own.</summary>
    public static bool IsStandardFinalizer(string finalizer) => finalizer is "kubernetes" or "orphan" or "foregroundDeletion";

    private static void Namespace(string space, bool isNamespaced, List<StatusCause> causes)
    {
        const string Field = "metadata.namespace";
        if (!isNamespaced)
        {
            if (space.Length > 0)
            {
                causes.Add(FieldError.Forbidden(Field, "not allowed on this type"));
            }
        }
        else if (space.Length == 0)
        {
            causes.Add(FieldError.Required(Field));
        }
        else
        {
            causes.AddRange(DnsLabel.Problems(space).Select(problem => FieldError.Invalid(Field, space, problem)));
        }
    }

    private static long Number(JsonValue value) => value.TryGetInt64(out long number) ? number : 0;

    private static string Text(JsonValue metadata, string name) => metadata[name].AsString() ?? "";

    private static IEnumerable<string> Texts(JsonValue list) => list.Items().Select(item => item.AsString() ?? "");
}
