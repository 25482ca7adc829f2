using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Metadata;

/// <summary>What is wrong with the metadata of a new object, but for its name. Source: <c>validation.ValidateObjectMeta</c>.</summary>
internal static class ObjectMetaChecks
{
    private const int MostAnnotationBytes = 256 * 1024;
    private const string OrphanDependents = "orphan";
    private const string DeleteDependents = "foregroundDeletion";

    /// <summary>The causes, in the server's order.</summary>
    /// <param name="metadata">The metadata, decoded.</param>
    /// <param name="path">Its path: <c>metadata</c>.</param>
    public static IEnumerable<StatusCause> Run(JsonValue metadata, string path) =>
    [
        .. Generation(metadata["generation"u8], path),
        .. Labels(metadata["labels"u8], $"{path}.labels"),
        .. Annotations(metadata["annotations"u8], $"{path}.annotations"),
        .. Owners(metadata["ownerReferences"u8], $"{path}.ownerReferences"),
        .. Finalizers(metadata["finalizers"u8], $"{path}.finalizers"),
    ];

    private static IEnumerable<StatusCause> Generation(JsonValue generation, string path) =>
        generation.TryGetInt64(out long number) && number < 0
            ? [FieldError.Invalid($"{path}.generation", number, "must be greater than or equal to 0")]
            : [];

    private static IEnumerable<StatusCause> Labels(JsonValue labels, string path) => labels.Members().SelectMany(label =>
        QualifiedName.Problems(label.Key).Select(problem => FieldError.Invalid(path, label.Key, problem))
            .Concat(LabelValue.Problems(label.Value.GetString()).Select(problem => FieldError.Invalid(path, label.Value.GetString(), problem))));

    private static IEnumerable<StatusCause> Annotations(JsonValue annotations, string path)
    {
        long bytes = 0;
        foreach ((string key, JsonValue value) in annotations.Members())
        {
            bytes += System.Text.Encoding.UTF8.GetByteCount(key) + System.Text.Encoding.UTF8.GetByteCount(value.GetString());
            foreach (string problem in AnnotationProblems(key))
            {
                yield return FieldError.Invalid(path, key, problem);
            }
        }

        if (bytes > MostAnnotationBytes)
        {
            yield return FieldError.TooLong(path, MostAnnotationBytes);
        }
    }

    private static IReadOnlyList<string> AnnotationProblems(string key) => QualifiedName.Problems(key.ToLowerInvariant());

    private static IEnumerable<StatusCause> Owners(JsonValue owners, string path)
    {
        foreach (JsonValue owner in owners.Items())
        {
            string apiVersion = owner["apiVersion"u8].AsString() ?? "";
            if (!GroupVersion.TryParse(apiVersion, out GroupVersion parsed, out _) || parsed.Version.Length == 0)
            {
                yield return FieldError.Invalid($"{path}.apiVersion", apiVersion, "version must not be empty");
            }

            foreach (string name in (string[])["kind", "name", "uid"])
            {
                if (string.IsNullOrEmpty(owner[name].AsString()))
                {
                    yield return FieldError.Invalid($"{path}.{name}", "", "must not be empty");
                }
            }
        }
    }

    private static IEnumerable<StatusCause> Finalizers(JsonValue finalizers, string path)
    {
        string[] names = [.. finalizers.Items().Select(one => one.GetString())];
        foreach (string name in names)
        {
            foreach (string problem in QualifiedName.Problems(name))
            {
                yield return FieldError.Invalid(path, name, problem);
            }
        }

        if (names.Contains(OrphanDependents) && names.Contains(DeleteDependents))
        {
            yield return FieldError.Invalid(
                path, DecodedValues.Show(finalizers), $"finalizer {OrphanDependents} and {DeleteDependents} cannot be both set");
        }
    }
}
