using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Shaping;

/// <summary>
/// Fills in defaults: for absent members, and for <c>null</c> where the schema is not <c>nullable</c>; then inside of
/// what is there, defaults included. Source: <c>structuraldefaulting.Default</c>.
/// </summary>
internal sealed class Defaulting : Rewriting<Schema>
{
    private readonly Defaults _defaults;

    private Defaulting(Defaults defaults)
    {
        _defaults = defaults;
    }

    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="defaults">The defaults.</param>
    public static JsonValue Run(JsonValue value, Schema schema, Defaults defaults) =>
        defaults.Reach(schema) ? new Defaulting(defaults).Rewrite(value, schema) : value;

    protected override Choice<Schema> Choose(Schema parent, JsonValue name, JsonValue value)
    {
        Schema? schema = name.IsMissing ? parent.Items : parent.Properties[name] ?? parent.AdditionalProperties?.Schema;
        if (schema == null || !_defaults.Reach(schema))
        {
            return new(ChoiceKind.Copy, value, parent);
        }

        bool isReplaced = value.Kind == JsonKind.Null && !schema.IsNullable && !schema.Default.IsAbsent;
        return isReplaced ? new(ChoiceKind.ReplaceAndDescend, _defaults.Of(schema), schema) : new(ChoiceKind.Descend, value, schema);
    }

    protected override IEnumerable<(string Name, JsonValue Value, Schema Context)> Additions(JsonValue container, Schema context)
    {
        MemberLookup? members = null;
        foreach ((string name, Schema schema) in context.Properties)
        {
            if (!schema.Default.IsAbsent && (members ??= new MemberLookup(container))[name].IsMissing)
            {
                yield return (name, _defaults.Of(schema), schema);
            }
        }
    }
}
