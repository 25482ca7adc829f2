using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Metadata;
using Webhooks.Schemas.Rules;
using Webhooks.Schemas.Shaping;
using Webhooks.Schemas.Validation;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether the defaults of a structural schema are valid and pruned. Source: <c>structuraldefaulting.ValidateDefaults</c>.</summary>
/// <remarks>Recursion ends with the schemas. Defaults below additionalProperties are not looked at: the server does not.</remarks>
internal sealed class DefaultChecks
{
    private readonly CheckTables _tables = new();
    private readonly List<StatusCause> _causes = [];

    private DefaultChecks()
    {
    }

    /// <summary>Whether a rule or a pattern left something undecided.</summary>
    public bool IsUndecided { get; private set; }

    public IReadOnlyList<StatusCause> Causes => _causes;

    /// <param name="schema">The schema of an object, with its source.</param>
    /// <param name="place">Its path.</param>
    public static DefaultChecks Run(Schema schema, FieldPlace place)
    {
        DefaultChecks checks = new();
        if (SchemaParts.All(schema).Any(part => !part.Default.IsAbsent))
        {
            // The object is taken for one that is embedded, which has apiVersion, kind and metadata.
            JsonDraft resource = new(schema.Source);
            resource.Set("x-kubernetes-embedded-resource", new JsonDraft(JsonTree.Parse("true").Root));
            Schema root = SchemaReader.ReadCustomResource(resource.Freeze(JsonPolicy.Server), "").Schema;
            checks.Walk(root, place, EnclosingResource.Of(root), isInMeta: false);
        }

        return checks;
    }

    private void Walk(Schema schema, FieldPlace place, EnclosingResource resource, bool isInMeta)
    {
        if (schema.Extensions.IsEmbeddedResource)
        {
            (resource, isInMeta) = (EnclosingResource.Of(schema), false);
        }

        if (!schema.Default.IsAbsent)
        {
            FieldPlace own = place.Member("default");
            if (Shape(schema, own, isInMeta ? resource : null))
            {
                Check(schema, own);
            }
        }

        if (schema.Items is { } items)
        {
            Walk(items, place.Member("items"), resource.Item(), isInMeta);
        }

        foreach ((string name, Schema property) in schema.Properties)
        {
            bool isMeta = schema.Extensions.IsEmbeddedResource && name is "metadata" or "apiVersion" or "kind";
            Walk(property, place.Member("properties").Key(name), resource.Member(name), isInMeta || isMeta);
        }
    }

    /// <summary>Whether a default is pruned, and right as far as resources go.</summary>
    private bool Shape(Schema schema, FieldPlace place, EnclosingResource? around)
    {
        int before = _causes.Count;
        JsonValue value = schema.Default;
        string path = place.ToString();
        if (around != null)
        {
            // What is in metadata can be told from the whole resource alone.
            if (around.ProblemsWith(value) is { Count: > 0 } problems)
            {
                _causes.Add(FieldError.Invalid(path, DecodedValues.Show(value), $"must result in valid metadata: {FieldError.Aggregate(problems)}"));
            }

            return _causes.Count == before;
        }

        SchemaReach withResources = new(schema, one => one.Extensions.IsEmbeddedResource);
        EmbeddedDecoding.Run(value, schema, withResources, path, null, out StatusCause? undecodable);
        IReadOnlyList<StatusCause> causes = undecodable is { } cause ? [cause] : EmbeddedChecks.Run(value, schema, withResources, place);
        if (!DecodedValues.AreEqual(Pruning.Run(value, schema, schema.Extensions.IsEmbeddedResource, null), value))
        {
            _causes.Add(FieldError.Invalid(path, DecodedValues.Show(value), "must not have unknown fields"));
        }

        _causes.AddRange(causes);
        return causes.Count == 0;
    }

    private void Check(Schema schema, FieldPlace place)
    {
        ValueChecks checks = new(place.ToString(), _tables, isDefault: true);
        StatusCause[] causes = [.. checks.Run(schema.Default, schema, null).Select(failure => failure.Cause)];
        _causes.AddRange(causes);
        SchemaReach withRules = new(schema, one => one.Extensions.Validations.Count > 0);
        IsUndecided |= checks.IsUndecided || (causes.Length == 0 && RuleReach.Applies(schema.Default, schema, null, withRules));
    }
}
