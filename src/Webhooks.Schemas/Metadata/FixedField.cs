using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Metadata;

/// <summary>The rule of fields that an update must leave as they are. Source: <c>ValidateImmutableField</c>.</summary>
public static class FixedField
{
    /// <summary>A field must be what it was.</summary>
    /// <param name="value">Its value; missing for none.</param>
    /// <param name="old">What it was.</param>
    /// <param name="field">Its path.</param>
    /// <param name="causes">Where the cause is added, if there is one.</param>
    public static void Check(JsonValue value, JsonValue old, string field, List<StatusCause> causes)
    {
        if (!AreSame(value, old))
        {
            causes.Add(FieldError.Invalid(field, Show(value), "field is immutable"));
        }
    }

    /// <summary>Whether two values are equal as Kubernetes compares them: absent, null, and an empty list or map are the same.</summary>
    public static bool AreSame(JsonValue left, JsonValue right) =>
        (IsNothing(left) && IsNothing(right)) || (!left.IsMissing && !right.IsMissing && JsonEquality.AreEqual(left, right));

    /// <summary>A value as messages show it.</summary>
    public static BadValue Show(JsonValue value) =>
        value.IsMissing ? BadValue.Json("null") : value.AsString() is { } text ? text : BadValue.Json(value.ToString());

    private static bool IsNothing(JsonValue value) => value.IsAbsent || (value.Kind is JsonKind.Object or JsonKind.Array && value.Count == 0);
}
