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
            Schema root = SchemaReader.ReadCustomResource(resource.Freeze(JsonPolicy.Server), "", keepsSource: true).Schema;
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
            if (Shape(schema, own, isInMeta ? resource : null) is { IsMissing: false } value)
            {
                Check(value, schema, own);
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

    /// <summary>The default as it is decoded, once it is pruned and right as far as resources go; else missing.</summary>
    private JsonValue Shape(Schema schema, FieldPlace place, EnclosingResource? around)
    {
        JsonValue value = schema.Default;
        string path = place.ToString();
        if (around != null)
        {
            // What is in metadata can be told from the whole resource alone.
            if (around.ProblemsWith(value) is { Count: > 0 } problems)
            {
                _causes.Add(FieldError.Invalid(path, DecodedValues.Show(value), $"must result in valid metadata: {FieldError.Aggregate(problems)}"));
                return default;
            }

            return value;
        }

        SchemaReach withResources = new(schema, one => one.Extensions.IsEmbeddedResource);
        JsonValue decoded = EmbeddedDecoding.Run(value, schema, withResources, path, null, out StatusCause? undecodable);
        IReadOnlyList<StatusCause> causes = undecodable is { } cause ? [cause] : EmbeddedChecks.Run(decoded, schema, withResources, place);
        if (!DecodedValues.AreEqual(Pruning.Run(value, schema, schema.Extensions.IsEmbeddedResource, null), value))
        {
            // The server decodes it in its place before it shows it.
            _causes.Add(FieldError.Invalid(path, DecodedValues.Show(decoded), "must not have unknown fields"));
        }

        _causes.AddRange(causes);
        return causes.Count == 0 ? decoded : default;
    }

    private void Check(JsonValue value, Schema schema, FieldPlace place)
    {
        ValueChecks checks = new(place.ToString(), _tables, isDefault: true);
        StatusCause[] causes = [.. checks.Run(value, schema, null).Select(failure => failure.Cause)];
        _causes.AddRange(causes);
        SchemaReach withRules = new(schema, one => one.Extensions.Validations.Count > 0);
        IsUndecided |= checks.IsUndecided || (causes.Length == 0 && RuleReach.Applies(value, schema, null, withRules));
    }
}
