using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>
/// What a schema may say where, but for types and keywords, which the reader of schemas has looked at. Source:
/// <c>ValidateCustomResourceDefinitionOpenAPISchema</c>.
/// </summary>
/// <remarks>Recursion ends with the schemas.</remarks>
internal sealed class OpenApiChecks
{
    private readonly List<StatusCause> _causes = [];

    private OpenApiChecks()
    {
    }

    public static IReadOnlyList<StatusCause> Run(Schema schema, FieldPlace place)
    {
        OpenApiChecks checks = new();
        checks.Check(schema, place, new(IsRoot: true, IsInMeta: false, NoDefaults: null));
        return checks._causes;
    }

    private void Check(Schema schema, FieldPlace place, OpenApiContext context)
    {
        if (!schema.Default.IsAbsent && context.NoDefaults != null)
        {
            _causes.Add(FieldError.Forbidden(place.Member("default").ToString(), $"must not be set {context.NoDefaults}"));
        }

        if (context.IsInMeta && schema.Extensions.IsEmbeddedResource)
        {
            _causes.Add(FieldError.Forbidden(place.Member("x-kubernetes-embedded-resource").ToString(), "must not be used inside of resource meta"));
        }

        if (schema.Bounds.AreItemsUnique)
        {
            _causes.Add(FieldError.Forbidden(
                place.Member("uniqueItems").ToString(), "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }

        if (schema.Extensions["x-kubernetes-preserve-unknown-fields"].Kind == JsonKind.False)
        {
            _causes.Add(FieldError.Invalid(place.Member("x-kubernetes-preserve-unknown-fields").ToString(), false, "must be true or undefined"));
        }

        _causes.AddRange(ListTypeChecks.Run(schema, place));
        _causes.AddRange(RuleChecks.Run(schema, place.Member("x-kubernetes-validations")));
        CheckMembers(schema, place, context);
        CheckNested(schema, place, context with { IsRoot = false });
    }

    private void CheckMembers(Schema schema, FieldPlace place, OpenApiContext context)
    {
        OpenApiContext below = context with { IsRoot = false };
        if (schema.AdditionalProperties is { } additional)
        {
            if (schema.Properties.Count > 0 && (!additional.AreAllowed || additional.Schema != null))
            {
                _causes.Add(FieldError.Forbidden(
                    place.Member("additionalProperties").ToString(), "additionalProperties and properties are mutual exclusive"));
            }

            if (additional.Schema is { } values)
            {
                Check(values, place.Member("additionalProperties"), context.IsInMeta
                    ? below with { NoDefaults = "inside additionalProperties applying to object metadata" }
                    : below);
            }
        }

        foreach ((string name, Schema property) in schema.Properties)
        {
            bool isMeta = (context.IsRoot || schema.Extensions.IsEmbeddedResource) && name is ("metadata" or "kind" or "apiVersion");
            OpenApiContext member = isMeta ? below with { IsInMeta = true } : below;
            Check(property, place.Member("properties").Key(name), isMeta && context.IsRoot ? member with { NoDefaults = $"in top-level {name}" } : member);
        }
    }

    private void CheckNested(Schema schema, FieldPlace place, OpenApiContext context)
    {
        if (schema.Not is { } not)
        {
            Check(not, place.Member("not"), context);
        }

        CheckAll(schema.AllOf, place.Member("allOf"), context);
        CheckAll(schema.OneOf, place.Member("oneOf"), context);
        CheckAll(schema.AnyOf, place.Member("anyOf"), context);
        if (schema.Items is { } items)
        {
            Check(items, place.Member("items"), context);
        }
    }

    private void CheckAll(IReadOnlyList<Schema> schemas, FieldPlace place, OpenApiContext context)
    {
        for (int i = 0; i < schemas.Count; i++)
        {
            Check(schemas[i], place.Item(i), context);
        }
    }
}
