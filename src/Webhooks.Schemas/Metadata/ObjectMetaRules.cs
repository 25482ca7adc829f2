using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Metadata;

/// <summary>What is wrong with an object's metadata taken by themselves, but for its names: objects of all kinds and embedded resources share it.</summary>
/// <remarks>Pure. Metadata are as they were decoded. Source: <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</remarks>
public static class ObjectMetaRules
{
    private const int MostAnnotationBytes = 256 * 1024;
    private const string OrphanDependents = "orphan";
    private const string DeleteDependents = "foregroundDeletion";

    /// <summary>The causes that a new object has, in the server's order.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="path">Their path: <c>metadata</c>.</param>
    public static IEnumerable<StatusCause> OnCreate(JsonValue metadata, string path) =>
    [
        .. Generation(metadata["generation"u8], $"{path}.generation"),
        .. Labels(metadata["labels"u8], $"{path}.labels"),
        .. Annotations(metadata["annotations"u8], $"{path}.annotations"),
        .. OwnerReferenceRules.Check(metadata["ownerReferences"u8], $"{path}.ownerReferences"),
        .. Finalizers(metadata["finalizers"u8], $"{path}.finalizers"),
    ];

    /// <summary>A generation is not below zero.</summary>
    public static IEnumerable<StatusCause> Generation(JsonValue generation, string path) =>
        generation.TryGetInt64(out long number) && number < 0
            ? [FieldError.Invalid(path, number, "must be greater than or equal to 0")]
            : [];

    /// <summary>Labels, and selectors that are written as such: keys and values are what they may be.</summary>
    public static IEnumerable<StatusCause> Labels(JsonValue labels, string path)
    {
        foreach ((string key, JsonValue value) in labels.Members())
        {
            foreach (string problem in QualifiedName.Problems(key))
            {
                yield return FieldError.Invalid(path, key, problem);
            }

            string text = value.AsString() ?? "";
            foreach (string problem in LabelValue.Problems(text))
            {
                yield return FieldError.Invalid(path, text, problem);
            }
        }
    }

    /// <summary>Annotations: keys are what they may be, and all together are not too long.</summary>
    public static IEnumerable<StatusCause> Annotations(JsonValue annotations, string path)
    {
        long bytes = 0;
        foreach ((string key, JsonValue value) in annotations.Members())
        {
            bytes += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value.AsString() ?? "");
            foreach (string problem in AnnotationKey.Problems(key))
            {
                yield return FieldError.Invalid(path, key, problem);
            }
        }

        if (bytes > MostAnnotationBytes)
        {
            yield return FieldError.TooLong(path, MostAnnotationBytes);
        }
    }

    private static IEnumerable<StatusCause> Finalizers(JsonValue finalizers, string path)
    {
        string[] names = [.. finalizers.Items().Select(item => item.AsString() ?? "")];
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
