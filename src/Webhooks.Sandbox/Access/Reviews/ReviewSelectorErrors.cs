using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>What of a review's selectors could not be understood; RBAC does not look at them otherwise.</summary>
internal static class ReviewSelectorErrors
{
    /// <summary>The text for <c>evaluationError</c>; empty for none.</summary>
    public static string Describe(JsonValue attributes) => string.Join("; ", new[]
    {
        Describe("fieldSelector", attributes["fieldSelector"u8], text => FieldSelector.TryParse(text, out _, out _), IsFieldRequirement),
        Describe("labelSelector", attributes["labelSelector"u8], text => LabelSelector.TryParse(text, out _, out _), IsLabelRequirement),
    }.Where(text => text.Length > 0));

    private static string Describe(string name, JsonValue selector, Func<string, bool> parses, Func<JsonValue, bool> isKnown)
    {
        int count = selector["requirements"u8].Count;
        int known = selector["requirements"u8].Items().Count(isKnown);
        bool isBad = count > 0 ? known < count : selector["rawSelector"u8].AsString() is { Length: > 0 } raw && !parses(raw);
        return !isBad ? "" : $"spec.resourceAttributes.{name} {(known > 0 ? "partially ignored" : "ignored")} due to parse error";
    }

    private static bool IsFieldRequirement(JsonValue requirement) =>
        requirement["operator"u8].AsString() is "In" or "NotIn" && requirement["values"u8].Count == 1;

    private static bool IsLabelRequirement(JsonValue requirement) =>
        requirement["operator"u8].AsString() is "In" or "NotIn" or "Exists" or "DoesNotExist";
}
