using Webhooks.Resources.Api;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Patterns;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether a schema is structural: types everywhere, junctors that only restrict. Source: <c>structuralschema.ValidateStructural</c>.</summary>
/// <remarks>Recursion ends with the schemas.</remarks>
internal sealed class StructuralChecks
{
    private readonly List<StatusCause> _causes = [];

    private StructuralChecks()
    {
    }

    public IReadOnlyList<StatusCause> Causes => _causes;

    public static StructuralChecks Run(Schema schema, FieldPlace place)
    {
        StructuralChecks checks = new();
        checks.Check(schema, SchemaLevel.Root, place);
        checks._causes.AddRange(StructuralCompleteness.Run(schema, place));
        return checks;
    }

    private void Check(Schema schema, SchemaLevel level, FieldPlace place)
    {
        if (schema.Type == SchemaType.Array && schema.Items == null)
        {
            Add(FieldError.Required, place.Member("items"), "must be specified");
        }

        if (schema.Items is { } items)
        {
            Check(items, SchemaLevel.Item, place.Member("items"));
        }

        foreach ((string name, Schema property) in schema.Properties)
        {
            Check(property, SchemaLevel.Field, place.Member("properties").Key(name));
        }

        CheckAdditional(schema, level, place.Member("additionalProperties"));
        CheckExtensions(schema, place);
        CheckRestrictions(schema, StructuralPatterns.IsIntOrString(schema.AnyOf), StructuralPatterns.BeginsWithIntOrString(schema), place);
        CheckType(schema, level, place.Member("type"));
        CheckMeta(schema, level, place.Member("properties"));
        if (schema.Extensions is { IsEmbeddedResource: true, PreservesUnknownFields: false } && schema.Properties.Count == 0)
        {
            Add(FieldError.Required, place.Member("properties"), "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields");
        }
    }

    private void CheckAdditional(Schema schema, SchemaLevel level, FieldPlace place)
    {
        if (schema.AdditionalProperties is not { } additional)
        {
            return;
        }

        if (level == SchemaLevel.Root)
        {
            Add(FieldError.Forbidden, place, "must not be used at the root");
        }

        if (additional.Schema is { } values)
        {
            Check(values, SchemaLevel.Field, place);
        }

        if (schema.Extensions.IsEmbeddedResource)
        {
            Add(FieldError.Forbidden, place, "must not be used if x-kubernetes-embedded-resource is set");
        }
    }

    private void CheckExtensions(Schema schema, FieldPlace place)
    {
        if (schema.Extensions is { IsIntOrString: true, PreservesUnknownFields: true })
        {
            Add(place.Member("x-kubernetes-preserve-unknown-fields"), true, "must be false if x-kubernetes-int-or-string is true");
        }

        if (schema.Extensions is { IsIntOrString: true, IsEmbeddedResource: true })
        {
            Add(place.Member("x-kubernetes-embedded-resource"), true, "must be false if x-kubernetes-int-or-string is true");
        }
    }

    private void CheckType(Schema schema, SchemaLevel level, FieldPlace place)
    {
        string type = StructuralPatterns.TypeOf(schema);
        SchemaExtensions extensions = schema.Extensions;
        if (extensions.IsEmbeddedResource && schema.Type != SchemaType.Object)
        {
            const string MustBeObject = "must be object if x-kubernetes-embedded-resource is true";
            _causes.Add(type.Length == 0 ? FieldError.Required(place.ToString(), MustBeObject) : FieldError.Invalid(place.ToString(), type, MustBeObject));
        }
        else if (type.Length == 0 && !extensions.IsIntOrString && !extensions.PreservesUnknownFields)
        {
            Add(FieldError.Required, place, level switch
            {
                SchemaLevel.Root => "must not be empty at the root",
                SchemaLevel.Item => "must not be empty for specified array items",
                _ => "must not be empty for specified object fields",
            });
        }

        if (level == SchemaLevel.Root && type.Length > 0 && schema.Type != SchemaType.Object)
        {
            Add(place, type, "must be object at the root");
        }
    }

    private void CheckMeta(Schema schema, SchemaLevel level, FieldPlace place)
    {
        bool isResource = level == SchemaLevel.Root || schema.Extensions.IsEmbeddedResource;
        foreach (string name in (string[])["kind", "apiVersion"])
        {
            if (isResource && schema.Properties[name] is { } word && word.Type != SchemaType.String)
            {
                Add(place.Key(name).Member("type"), StructuralPatterns.TypeOf(word), "must be string");
            }
        }

        if (schema.Properties["metadata"] is not { } metadata)
        {
            return;
        }

        if (isResource && metadata.Type != SchemaType.Object)
        {
            Add(place.Key("metadata").Member("type"), StructuralPatterns.TypeOf(metadata), "must be object");
        }

        if (level == SchemaLevel.Root && !StructuralPatterns.RestrictsNamesOnly(metadata))
        {
            Add(FieldError.Forbidden, place.Key("metadata"), "must not specify anything other than name and generateName, but metadata is implicitly specified");
        }
    }

    private void CheckRestrictions(Schema schema, bool skipsAnyOf, bool skipsFirstAllOf, FieldPlace place)
    {
        for (int i = 0; i < schema.AnyOf.Count && !skipsAnyOf; i++)
        {
            CheckNested(schema.AnyOf[i], false, place.Member("anyOf").Item(i));
        }

        for (int i = 0; i < schema.AllOf.Count; i++)
        {
            CheckNested(schema.AllOf[i], skipsFirstAllOf && i == 0, place.Member("allOf").Item(i));
        }

        for (int i = 0; i < schema.OneOf.Count; i++)
        {
            CheckNested(schema.OneOf[i], false, place.Member("oneOf").Item(i));
        }

        if (schema.Not is { } not)
        {
            CheckNested(not, false, place.Member("not"));
        }

        if (schema.Bounds.Pattern is { Length: > 0 } pattern && !Pattern.TryParse(pattern, out _, out PatternError? error))
        {
            Add(place.Member("pattern"), pattern, $"must be a valid regular expression, but isn't: {error.Message}");
        }
    }

    private void CheckNested(Schema schema, bool skipsAnyOf, FieldPlace place)
    {
        CheckRestrictions(schema, skipsAnyOf, false, place);
        if (schema.Items is { } items)
        {
            CheckNested(items, false, place.Member("items"));
        }

        foreach ((string name, Schema property) in schema.Properties)
        {
            CheckNested(property, false, place.Member("properties").Key(name));
        }

        foreach ((string keyword, string must) in StructuralPatterns.NotInJunctors)
        {
            if (StructuralPatterns.SaysInJunctor(schema, keyword))
            {
                Add(FieldError.Forbidden, place.Member(keyword), must);
            }
        }

        if (schema.Properties["metadata"] != null)
        {
            Add(FieldError.Forbidden, place.Member("properties").Key("metadata"), "must not be specified in a nested context");
        }
    }

    private void Add(Func<string, string, StatusCause> cause, FieldPlace place, string detail) => _causes.Add(cause(place.ToString(), detail));

    private void Add(FieldPlace place, BadValue value, string detail) => _causes.Add(FieldError.Invalid(place.ToString(), value, detail));
}
