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
        if (value.Kind == JsonKind.Object)
        {
            Walk(value, schema, FieldPlace.Root);
        }

        return _causes;
    }

    private void Walk(JsonValue value, Schema schema, FieldPlace place)
    {
        if (!withListTypes.Contains(schema))
        {
            return;
        }

        JsonCursor children = new(value);
        if (value.Kind == JsonKind.Array)
        {
            CheckList(value, schema, place);
            for (int i = 0; schema.Items != null && children.MoveNext(); i++)
            {
                Walk(children.Value, schema.Items, place.Item(i));
            }
        }
        else if (value.Kind == JsonKind.Object)
        {
            while (children.MoveNext())
            {
                string name = children.Name;
                if (schema.AdditionalProperties?.Schema is { } additional)
                {
                    Walk(children.Value, additional, place.Key(name));
                }

                if (schema.Properties[name] is { } property)
                {
                    Walk(children.Value, property, place.Member(name));
                }
            }
        }
    }

    private void CheckList(JsonValue list, Schema schema, FieldPlace place)
    {
        JsonValue[] items = schema.Extensions.ListType is "set" or "map" ? [.. list.Items()] : [];
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
            ListKeys[] keys = [.. items.Select(item => new ListKeys(item, schema.Extensions.ListMapKeys))];
            foreach (int index in ListItems.Repeated(keys.Select(key => key.Identity)))
            {
                _causes.Add(FieldError.Duplicate(place.Item(index).ToString(), BadValue.Json(keys[index].ToString())));
            }
        }
    }
}
