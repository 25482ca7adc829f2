using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Shaping;

/// <summary>
/// Leaves out members that are <c>null</c> where the schema has neither <c>nullable</c> nor a default for them; items
/// stay. Source: <c>structuraldefaulting.PruneNonNullableNullsWithoutDefaults</c>.
/// </summary>
internal sealed class NullDropping : Rewriting<Schema>
{
    private NullDropping()
    {
    }

    public static JsonValue Run(JsonValue value, Schema schema) => new NullDropping().Rewrite(value, schema);

    protected override Choice<Schema> Choose(Schema parent, JsonValue name, JsonValue value)
    {
        Schema? schema = name.IsMissing ? parent.Items : parent.Properties[name] ?? parent.AdditionalProperties?.Schema;
        if (schema == null)
        {
            return new(ChoiceKind.Copy, value, parent);
        }

        bool goes = !name.IsMissing && value.Kind == JsonKind.Null && !schema.IsNullable && schema.Default.IsAbsent;
        return new(goes ? ChoiceKind.Drop : ChoiceKind.Descend, value, schema);
    }
}
