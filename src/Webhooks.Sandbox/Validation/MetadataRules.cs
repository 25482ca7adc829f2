using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Validation;

/// <summary>The rules of metadata that all kinds share. Source: <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
internal static class MetadataRules
{
    private const int MostAnnotationBytes = 256 * 1024;
    private const string Immutable = "field is immutable";

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
        Generation(metadata, causes);
        Labels(metadata["labels"u8], "metadata.labels", causes);
        Annotations(metadata["annotations"u8], "metadata.annotations", causes);
        OwnerRules.Check(metadata["ownerReferences"u8], causes);
        Finalizers(metadata["finalizers"u8], causes);
    }

    /// <summary>Looks at the metadata of an object beside what it was.</summary>
    public static void OnUpdate(JsonValue metadata, JsonValue old, List<StatusCause> causes)
    {
        if (!old["deletionTimestamp"u8].IsAbsent)
        {
            string[] added = [.. Texts(metadata["finalizers"u8]).Except(Texts(old["finalizers"u8]), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (added.Length > 0)
            {
                string list = string.Join(", ", added.Select(Resources.Literals.GoString.Quote));
                causes.Add(FieldError.Forbidden(
                    "metadata.finalizers",
                    $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{list}}}"));
            }
        }

        if (Text(metadata, "resourceVersion").Length == 0)
        {
            causes.Add(FieldError.Invalid("metadata.resourceVersion", "", "must be specified for an update"));
        }

        Generation(metadata, causes);
        if (Number(metadata["generation"u8]) is var generation && generation < Number(old["generation"u8]))
        {
            causes.Add(FieldError.Invalid("metadata.generation", generation, "must not be decremented"));
        }

        foreach (string member in Fixed)
        {
            if (!JsonEquality.AreEqual(metadata[member], old[member]) && !(metadata[member].IsAbsent && old[member].IsAbsent))
            {
                causes.Add(FieldError.Invalid($"metadata.{member}", Shown(metadata[member]), Immutable));
            }
        }

        Labels(metadata["labels"u8], "metadata.labels", causes);
        Annotations(metadata["annotations"u8], "metadata.annotations", causes);
        OwnerRules.Check(metadata["ownerReferences"u8], causes);
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

    /// <summary>Looks at labels.</summary>
    public static void Labels(JsonValue labels, string field, List<StatusCause> causes)
    {
        foreach ((string key, JsonValue value) in labels.Members())
        {
            causes.AddRange(QualifiedName.Problems(key).Select(problem => FieldError.Invalid(field, key, problem)));
            string text = value.AsString() ?? "";
            causes.AddRange(LabelValue.Problems(text).Select(problem => FieldError.Invalid(field, text, problem)));
        }
    }

    /// <summary>Looks at annotations: their keys, and their size together.</summary>
    public static void Annotations(JsonValue annotations, string field, List<StatusCause> causes)
    {
        long size = 0;
        foreach ((string key, JsonValue value) in annotations.Members())
        {
            causes.AddRange(AnnotationKey.Problems(key).Select(problem => FieldError.Invalid(field, key, problem)));
            size += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value.AsString() ?? "");
        }

        if (size > MostAnnotationBytes)
        {
            causes.Add(FieldError.TooLong(field, MostAnnotationBytes));
        }
    }

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

    private static void Generation(JsonValue metadata, List<StatusCause> causes)
    {
        if (Number(metadata["generation"u8]) is < 0 and var generation)
        {
            causes.Add(FieldError.Invalid("metadata.generation", generation, FieldRules.Negative));
        }
    }

    private static void Finalizers(JsonValue finalizers, List<StatusCause> causes)
    {
        const string Field = "metadata.finalizers";
        string[] names = [.. Texts(finalizers)];
        foreach (string name in names)
        {
            causes.AddRange(QualifiedName.Problems(name).Select(problem => FieldError.Invalid(Field, name, problem)));
        }

        if (names.Contains("orphan") && names.Contains("foregroundDeletion"))
        {
            causes.Add(FieldError.Invalid(
                Field, BadValue.Json(finalizers.ToString()), "finalizer orphan and foregroundDeletion cannot be both set"));
        }
    }

    private static BadValue Shown(JsonValue value) =>
        value.IsMissing ? BadValue.Json("null") : value.Kind == JsonKind.String ? value.GetString() : BadValue.Json(value.ToString());

    private static string Text(JsonValue metadata, string name) => metadata[name].AsString() ?? "";

    private static IEnumerable<string> Texts(JsonValue list) => list.Items().Select(item => item.AsString() ?? "");

    private static long Number(JsonValue value) => value.TryGetInt64(out long number) ? number : 0;
}
