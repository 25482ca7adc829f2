using Webhooks.Resources.Api;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>
/// Whether what the junctors at the root of a schema restrict is there outside of them too. Below the root the server does not ask.
/// Source: <c>structuralschema.validateStructuralCompleteness</c>.
/// </summary>
internal static class StructuralCompleteness
{
    public static IEnumerable<StatusCause> Run(Schema schema, FieldPlace place) => InJunctors(schema, schema, place, place);

    private static IEnumerable<StatusCause> InJunctors(Schema junctors, Schema schema, FieldPlace place, FieldPlace within) =>
    [
        .. junctors.Not is { } not ? Of(not, schema, place, within.Member("not")) : [],
        .. junctors.AllOf.SelectMany((one, i) => Of(one, schema, place, within.Member("allOf").Item(i))),
        .. junctors.AnyOf.SelectMany((one, i) => Of(one, schema, place, within.Member("anyOf").Item(i))),
        .. junctors.OneOf.SelectMany((one, i) => Of(one, schema, place, within.Member("oneOf").Item(i))),
    ];

    private static IEnumerable<StatusCause> Of(Schema nested, Schema? schema, FieldPlace place, FieldPlace within)
    {
        if (schema == null)
        {
            return [FieldError.Required(place.ToString(), $"because it is defined in {within}")];
        }

        IEnumerable<StatusCause> causes = InJunctors(nested, schema, place, within);
        if (nested.Items is { } items)
        {
            causes = causes.Concat(Of(items, schema.Items, place.Member("items"), within.Member("items")));
        }

        return causes.Concat(nested.Properties.SelectMany(property => Of(
            property.Schema, schema.Properties[property.Name], place.Member("properties").Key(property.Name), within.Member("properties").Key(property.Name))));
    }
}
