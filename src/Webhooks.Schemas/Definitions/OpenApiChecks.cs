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
    private readonly IReadOnlyList<StatusCause> _refused;
    private readonly List<StatusCause> _causes = [];
    private readonly List<StatusCause> _ofRules = [];

    private OpenApiChecks(IReadOnlyList<StatusCause> refused) => _refused = refused;

    /// <summary>What is wrong.</summary>
    public IEnumerable<StatusCause> Causes => _causes.Concat(_ofRules);

    /// <summary>Whether the server compiles rules, which may not compile, or cost too much.</summary>
    public bool IsUndecided { get; private set; }

    /// <param name="schema">The schema.</param>
    /// <param name="refused">What the reader of schemas refused.</param>
    /// <param name="compiles">Whether the schema is sound as a structural one, so that rules are compiled.</param>
    /// <param name="place">Its path.</param>
    public static OpenApiChecks Run(Schema schema, IReadOnlyList<StatusCause> refused, bool compiles, FieldPlace place)
    {
        OpenApiChecks checks = new(refused);
        checks.Check(schema, place, new(IsRoot: true, IsInMeta: false, NoDefaults: null, compiles, RuleScope.None, Uncorrelated: null, IsForeign: false));
        return checks;
    }

    private void Check(Schema schema, FieldPlace place, OpenApiContext context)
    {
        int before = _causes.Count;
        context = context with { Scope = context.Scope.Enter(schema) };
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
        OpenApiContext below = context with { IsRoot = false };
        OpenApiContext items = schema.Extensions.ListType == "map" ? below : Uncorrelated(below, place);
        CheckMembers(schema, place, context);
        CheckJunctors(schema, place, below with { Compiles = false });
        if (schema.Items != null)
        {
            Check(schema.Items, place.Member("items"), items);
        }

        if (!context.IsForeign)
        {
            CheckForeign(schema, place, below with { Compiles = false, IsForeign = true }, items with { Compiles = false, IsForeign = true });
        }

        if (context.Compiles && schema.Extensions.Validations.Count > 0 && _causes.Count == before && !HasRefused(place.ToString()))
        {
            CheckRules(schema, place.Member("x-kubernetes-validations"), context);
        }
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

        OpenApiContext member = schema.Extensions.MapType is null or "granular" or "atomic" ? below : Uncorrelated(below, place);
        foreach ((string name, Schema property) in schema.Properties)
        {
            bool isMeta = (context.IsRoot || schema.Extensions.IsEmbeddedResource) && name is ("metadata" or "kind" or "apiVersion");
            OpenApiContext own = isMeta ? member with { IsInMeta = true } : member;
            Check(property, place.Member("properties").Key(name), isMeta && context.IsRoot ? own with { NoDefaults = $"in top-level {name}" } : own);
        }
    }

    private void CheckJunctors(Schema schema, FieldPlace place, OpenApiContext context)
    {
        if (schema.Not is { } not)
        {
            Check(not, place.Member("not"), context);
        }

        CheckAll(schema.AllOf, place.Member("allOf"), context);
        CheckAll(schema.OneOf, place.Member("oneOf"), context);
        CheckAll(schema.AnyOf, place.Member("anyOf"), context);
    }

    private void CheckAll(IReadOnlyList<Schema> schemas, FieldPlace place, OpenApiContext context)
    {
        for (int i = 0; i < schemas.Count; i++)
        {
            Check(schemas[i], place.Item(i), context);
        }
    }

    /// <summary>What is refused as a whole is looked into nevertheless; what is of that kind inside of it is not.</summary>
    private void CheckForeign(Schema schema, FieldPlace place, OpenApiContext context, OpenApiContext items)
    {
        foreach (string keyword in (string[])["definitions", "dependencies"])
        {
            foreach ((string name, JsonValue json) in schema.Source[keyword].Members())
            {
                Read(json, place.Member(keyword).Key(name), context);
            }
        }

        if (schema.Source["items"u8] is { Kind: JsonKind.Array } list)
        {
            foreach ((int index, JsonValue json) in list.Items().Index())
            {
                Read(json, place.Member("items").Item(index), items);
            }
        }
    }

    private void Read(JsonValue json, FieldPlace place, OpenApiContext context)
    {
        if (json.Kind == JsonKind.Object)
        {
            (Schema schema, IReadOnlyList<SchemaProblem> problems) = SchemaReader.ReadCustomResource(json, place.ToString(), keepsSource: true);
            _causes.AddRange(SchemaChecks.Refused(problems));
            Check(schema, place, context);
        }
    }

    private void CheckRules(Schema schema, FieldPlace place, OpenApiContext context)
    {
        if (context.Scope == RuleScope.Untyped)
        {
            _ofRules.Add(FieldError.Internal(
                place.ToString(),
                "internal error: failed to construct type information for x-kubernetes-validations rules: unable to convert structural schema to CEL declarations"));
        }
        else
        {
            IsUndecided = true;
            _ofRules.AddRange(RuleChecks.OldSelf(schema, context.Uncorrelated, place));
        }
    }

    private static OpenApiContext Uncorrelated(OpenApiContext context, FieldPlace place) => context with { Uncorrelated = context.Uncorrelated ?? place };

    private bool HasRefused(string place) => _refused.Any(cause =>
        cause.Field.StartsWith(place, StringComparison.Ordinal) && (cause.Field.Length == place.Length || cause.Field[place.Length] is '.' or '['));
}
