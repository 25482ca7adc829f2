using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Validation;

namespace Webhooks.Schemas.Rules;

/// <summary>
/// Tells whether x-kubernetes-validations have something to say of an object: a rule is applied where its value is there and
/// not <c>null</c>; one that speaks of <c>oldSelf</c>, only where there was a value before, unless it says otherwise itself.
/// </summary>
internal static class RuleReach
{
    private const string Old = "oldSelf";

    /// <summary>Whether a rule applies. Recursion ends with the schemas.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="before">What it was; <c>null</c> where it corresponds to nothing.</param>
    /// <param name="withRules">The schemas that have rules, and those that lead to one.</param>
    public static bool Applies(JsonValue value, Schema schema, Correlation? before, SchemaReach withRules)
    {
        if (value.IsAbsent || !withRules.Contains(schema))
        {
            return false;
        }

        bool isNew = before is not { WasThere: true };
        if (schema.Extensions.Validations.Items().Any(rule => !isNew || !IsTransition(rule)))
        {
            return true;
        }

        JsonCursor children = new(value);
        while (children.MoveNext())
        {
            Schema? child = children.IsObject ? schema.Properties[children.NameValue] ?? schema.AdditionalProperties?.Schema : schema.Items;
            Correlation? childBefore = children.IsObject ? before?.Member(children.NameValue, children.Value) : before?.Item(children.Value);
            if (child != null && Applies(children.Value, child, childBefore, withRules))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a rule is about changes alone.</summary>
    private static bool IsTransition(JsonValue rule) =>
        rule["optionalOldSelf"u8].Kind != JsonKind.True && RuleText.Names(rule["rule"u8].AsString() ?? "", Old);
}
