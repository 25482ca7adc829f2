using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Validation;

/// <summary>Tells whether x-kubernetes-validations have something to say of an object: a rule is applied where its value is there and not <c>null</c>.</summary>
internal static class RuleReach
{
    /// <summary>Whether a rule applies. Recursion ends with the schemas.</summary>
    public static bool Applies(JsonValue value, Schema schema, SchemaReach withRules)
    {
        if (value.IsAbsent || !withRules.Contains(schema))
        {
            return false;
        }

        return schema.Extensions.Validations.Count > 0
            || (value.Kind == JsonKind.Array && schema.Items is { } items && value.Items().Any(item => Applies(item, items, withRules)))
            || value.Members().Any(member =>
                (schema.Properties[member.Key] ?? schema.AdditionalProperties?.Schema) is { } child && Applies(member.Value, child, withRules));
    }
}
