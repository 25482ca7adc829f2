using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>Finds what a set holds twice, and a list map under one key. Source: <c>structurallisttype.ValidateListSetsAndMaps</c>.</summary>
/// <remarks>Recursion ends with the schemas.</remarks>
internal sealed class ListTypes(SchemaReach withListTypes)
{
    private readonly List<StatusCause> _causes = [];

    /// <summary>What is there twice in an object; of each value its second place.</summary>
    public IReadOnlyList<StatusCause> Run(JsonValue value, Schema schema)
    {
        // Whatever x-kubernetes-list-type the root may have: it is an object.
        if (value.Kind == JsonKind.Object && withListTypes.Contains(schema))
        {
            Walk(value, schema, FieldPlace.Root);
        }

        return _causes;
    }

    private void Walk(JsonValue value, Schema schema, FieldPlace place)
    {
        JsonCursor children = new(value);
        if (value.Kind == JsonKind.Array)
        {
            CheckList(value, schema, place);
            Schema? items = schema.Items is { } one && withListTypes.Contains(one) ? one : null;
            for (int i = 0; items != null && children.MoveNext(); i++)
            {
                Walk(children.Value, items, place.Item(i));
            }
        }
        else if (value.Kind == JsonKind.Object)
        {
            while (children.MoveNext())
            {
                if (schema.AdditionalProperties?.Schema is { } additional && withListTypes.Contains(additional))
                {
                    Walk(children.Value, additional, place.Key(children.Name));
                }

                if (schema.Properties[children.NameValue] is { } property && withListTypes.Contains(property))
                {
                    Walk(children.Value, property, place.Member(children.Name));
                }
            }
        }
    }

    private void CheckList(JsonValue list, Schema schema, FieldPlace place)
    {
        if (schema.Extensions.ListType is not ("set" or "map") || (schema.Extensions.ListType == "set" && ListItems.AreFewDistinctTexts(list)))
        {
            return;
        }

        JsonValue[] items = [.. list.Items()];
        if (schema.Extensions.ListType == "set")
        {
            foreach (int index in ListItems.Repeated(items.Select(ListItems.KeyOf)))
            {
                _causes.Add(FieldError.Duplicate(place.Item(index).ToString(), DecodedValues.Show(items[index])));
            }
        }
        else if (Array.FindIndex(items, item => item.Kind is not (JsonKind.Null or JsonKind.Object)) is >= 0 and var stranger)
        {
            _causes.Add(FieldError.Invalid(
                place.Item(stranger).ToString(), DecodedValues.Show(items[stranger]), "must be an object for an array of list-type map"));
        }
        else
        {
            ListKeys keys = new(schema.Extensions.ListMapKeys);
            foreach (int index in ListItems.Repeated(items.Select(keys.IdentityOf)))
            {
                _causes.Add(FieldError.Duplicate(place.Item(index).ToString(), BadValue.Json(keys.JsonOf(items[index]))));
            }
        }
    }
}
