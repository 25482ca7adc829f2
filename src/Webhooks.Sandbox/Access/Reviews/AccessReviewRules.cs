using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>What is wrong with an access review, worded as <c>pkg/apis/authorization/validation</c>.</summary>
internal static class AccessReviewRules
{
    /// <summary>The faults of a review about the caller.</summary>
    public static IEnumerable<StatusCause> OfSelf(AccessReviewSpec spec, JsonValue metadata) =>
        [.. Attributes(spec), .. Selectors(spec), .. MustBeEmpty(metadata, "must be empty")];

    /// <summary>The faults of a review about somebody.</summary>
    public static IEnumerable<StatusCause> OfSubject(AccessReviewSpec spec, JsonValue metadata) =>
        [.. Attributes(spec), .. Subject(spec), .. Selectors(spec), .. MustBeEmpty(metadata, "must be empty")];

    /// <summary>The faults of a review about somebody in one namespace.</summary>
    public static IEnumerable<StatusCause> OfLocalSubject(AccessReviewSpec spec, JsonValue metadata) =>
    [
        .. Attributes(spec),
        .. Subject(spec),
        .. Selectors(spec),
        .. MustBeEmpty(metadata, "must be empty except for namespace"),
        .. Local(spec, metadata["namespace"u8].AsString() ?? ""),
    ];

    private static IEnumerable<StatusCause> Attributes(AccessReviewSpec spec)
    {
        if (!spec.ResourceAttributes.IsAbsent && !spec.NonResourceAttributes.IsAbsent)
        {
            yield return FieldError.Invalid("spec.nonResourceAttributes", Shown(spec.NonResourceAttributes), "cannot be specified in combination with resourceAttributes");
        }

        if (spec.ResourceAttributes.IsAbsent && spec.NonResourceAttributes.IsAbsent)
        {
            yield return FieldError.Invalid("spec.resourceAttributes", default, "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        }
    }

    private static IEnumerable<StatusCause> Subject(AccessReviewSpec spec) =>
        spec.User.Name.Length == 0 && spec.User.Groups.IsEmpty
            ? [FieldError.Invalid("spec.user", "", "at least one of user or group must be specified")]
            : [];

    private static IEnumerable<StatusCause> Selectors(AccessReviewSpec spec) =>
        spec.ResourceAttributes.IsAbsent ? [] : ReviewSelectorRules.Problems(spec.ResourceAttributes, "spec.resourceAttributes");

    private static IEnumerable<StatusCause> MustBeEmpty(JsonValue metadata, string detail)
    {
        bool hasMore = metadata.Members().Any(member => member.Key != "namespace");
        return hasMore ? [FieldError.Invalid("metadata", BadValue.Json(metadata.ToString()), detail)] : [];
    }

    private static IEnumerable<StatusCause> Local(AccessReviewSpec spec, string inNamespace)
    {
        if (!spec.ResourceAttributes.IsAbsent && spec.Namespace != inNamespace)
        {
            yield return FieldError.Invalid("spec.resourceAttributes.namespace", spec.Namespace, "must match metadata.namespace");
        }

        if (!spec.NonResourceAttributes.IsAbsent)
        {
            yield return FieldError.Invalid("spec.nonResourceAttributes", Shown(spec.NonResourceAttributes), "disallowed on this kind of request");
        }
    }

    // The internal type has no JSON names of its own.
    private static BadValue Shown(JsonValue attributes) => BadValue.Json(JsonLists.Document(writer =>
    {
        writer.StartObject();
        writer.WriteText("Path", attributes["path"u8].AsString() ?? "");
        writer.WriteText("Verb", attributes["verb"u8].AsString() ?? "");
        writer.EndObject();
    }).ToString());
}
