using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether x-kubernetes-list-type, -list-map-keys and -map-type fit the schema they stand in.</summary>
internal static class ListTypeChecks
{
    public static IEnumerable<StatusCause> Run(Schema schema, FieldPlace place) =>
        MapType(schema, place).Concat(ListType(schema, place)).Concat(schema.Extensions.ListType is "map" ? ListMap(schema, place) : []).Concat(Nullables(schema, place));

    private static IEnumerable<StatusCause> MapType(Schema schema, FieldPlace place)
    {
        if (schema.Extensions.MapType is not { } mapType)
        {
            yield break;
        }

        if (schema.Type != SchemaType.Object)
        {
            yield return WrongType(schema, place.Member("type"), "must be object if x-kubernetes-map-type is specified");
        }

        if (mapType is not ("atomic" or "granular"))
        {
            yield return FieldError.NotSupported(place.Member("x-kubernetes-map-type").ToString(), mapType, ["atomic", "granular"]);
        }
    }

    private static IEnumerable<StatusCause> ListType(Schema schema, FieldPlace place)
    {
        FieldPlace own = place.Member("x-kubernetes-list-type");
        string? listType = schema.Extensions.ListType;
        if (listType != null && schema.Type != SchemaType.Array)
        {
            yield return WrongType(schema, place.Member("type"), "must be array if x-kubernetes-list-type is specified");
        }
        else if (listType == "set" && schema.Items is { } items && NotAtomic(items, place.Member("items")) is { } cause)
        {
            yield return cause;
        }

        if (listType is not (null or "atomic" or "set" or "map"))
        {
            yield return FieldError.NotSupported(own.ToString(), listType, ["atomic", "set", "map"]);
        }

        if (schema.Extensions.ListMapKeys.Count > 0 && listType != "map")
        {
            const string MustBeMap = "must be map if x-kubernetes-list-map-keys is non-empty";
            yield return listType == null ? FieldError.Required(own.ToString(), MustBeMap) : FieldError.Invalid(own.ToString(), listType, MustBeMap);
        }
    }

    private static StatusCause? NotAtomic(Schema items, FieldPlace place)
    {
        const string MustBeAtomic = "must be atomic as item of a list with x-kubernetes-list-type=set";

        // The server shows the list type in both cases.
        BadValue shown = items.Extensions.ListType is { } listType ? listType : default(BadValue);
        return items.Type switch
        {
            SchemaType.Array when items.Extensions.ListType is not (null or "atomic") =>
                FieldError.Invalid(place.Member("x-kubernetes-list-type").ToString(), shown, MustBeAtomic),
            SchemaType.Object when items.Extensions.MapType != "atomic" =>
                FieldError.Invalid(place.Member("x-kubernetes-map-type").ToString(), shown, MustBeAtomic),
            _ => null,
        };
    }

    private static IEnumerable<StatusCause> ListMap(Schema schema, FieldPlace place)
    {
        FieldPlace own = place.Member("x-kubernetes-list-map-keys");
        IReadOnlyList<string> keys = schema.Extensions.ListMapKeys;
        if (keys.Count == 0)
        {
            yield return FieldError.Required(own.ToString(), "must not be empty if x-kubernetes-list-type is map");
        }

        if (schema.Source["items"u8] is { Kind: JsonKind.Array } list)
        {
            yield return FieldError.Invalid(
                place.Member("items").ToString(), BadValue.Json(InternalText.OfItems(list)), "must only have a single schema if x-kubernetes-list-type is map");
            yield break;
        }

        if (schema.Items is not { } items)
        {
            yield return FieldError.Required(place.Member("items").ToString(), "must have a schema if x-kubernetes-list-type is map");
            yield break;
        }

        if (items.Type != SchemaType.Object)
        {
            yield return FieldError.Invalid(
                place.Member("items").Member("type").ToString(), StructuralPatterns.TypeOf(items), "must be object if parent array's x-kubernetes-list-type is map");
            yield break;
        }

        BadValue shown = BadValue.Json(GoJson.Write(schema.Extensions["x-kubernetes-list-map-keys"]));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string key in keys)
        {
            if (items.Properties[key] is not { } property)
            {
                yield return FieldError.Invalid(own.ToString(), shown, "entries must all be names of item properties");
            }
            else if (property.Type is SchemaType.Array or SchemaType.Object)
            {
                yield return FieldError.Invalid(
                    KeyPlace(place, key).Member("type").ToString(),
                    StructuralPatterns.TypeOf(items),
                    "must be a scalar type if parent array's x-kubernetes-list-type is map");
            }

            if (!seen.Add(key))
            {
                yield return FieldError.Invalid(own.ToString(), shown, "must not contain duplicate entries");
            }
        }
    }

    private static IEnumerable<StatusCause> Nullables(Schema schema, FieldPlace place)
    {
        if (schema.Items is not { } items || schema.Extensions.ListType is not ("set" or "map"))
        {
            yield break;
        }

        if (items.IsNullable)
        {
            yield return FieldError.Forbidden(
                place.Member("items").Member("nullable").ToString(), $"cannot be nullable when x-kubernetes-list-type is {schema.Extensions.ListType}");
        }

        foreach (string key in schema.Extensions.ListType == "map" ? schema.Extensions.ListMapKeys : [])
        {
            if (items.Properties[key] is not { } property)
            {
                continue;
            }

            if (!items.Required.Contains(key) && property.Default.IsAbsent)
            {
                yield return FieldError.Required(
                    KeyPlace(place, key).Member("default").ToString(),
                    "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property");
            }

            if (property.IsNullable)
            {
                yield return FieldError.Forbidden(
                    KeyPlace(place, key).Member("nullable").ToString(), "this property is in x-kubernetes-list-map-keys, so it cannot be nullable");
            }
        }
    }

    private static FieldPlace KeyPlace(FieldPlace place, string key) => place.Member("items").Member("properties").Key(key);

    private static StatusCause WrongType(Schema schema, FieldPlace place, string detail) => StructuralPatterns.TypeOf(schema) is { Length: > 0 } type
        ? FieldError.Invalid(place.ToString(), type, detail)
        : FieldError.Required(place.ToString(), detail);
}
