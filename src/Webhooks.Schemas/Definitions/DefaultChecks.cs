using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Metadata;
using Webhooks.Schemas.Patterns;
using Webhooks.Schemas.Shaping;
using Webhooks.Schemas.Validation;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether the defaults of a structural schema are valid and pruned. Source: <c>structuraldefaulting.ValidateDefaults</c>.</summary>
/// <remarks>Recursion ends with the schemas. Defaults below additionalProperties are not looked at: the server does not.</remarks>
internal sealed class DefaultChecks
{
    private readonly PatternTable _patterns = new();
    private readonly List<StatusCause> _causes = [];

    private DefaultChecks()
    {
    }

    /// <summary>Whether a rule or a pattern left something undecided.</summary>
    public bool IsUndecided { get; private set; }

    public IReadOnlyList<StatusCause> Causes => _causes;

    public static DefaultChecks Run(Schema schema, FieldPlace place)
    {
        DefaultChecks checks = new();
        checks.Walk(schema, place);
        return checks;
    }

    private void Walk(Schema schema, FieldPlace place)
    {
        if (!schema.Default.IsAbsent)
        {
            Check(schema, schema.Default, place.Member("default"));
        }

        if (schema.Items is { } items)
        {
            Walk(items, place.Member("items"));
        }

        foreach ((string name, Schema property) in schema.Properties)
        {
            Walk(property, place.Member("properties").Key(name));
        }
    }

    private void Check(Schema schema, JsonValue value, FieldPlace place)
    {
        string path = place.ToString();
        if (!DecodedValues.AreEqual(Pruning.Run(value, schema, schema.Extensions.IsEmbeddedResource, null), value))
        {
            _causes.Add(FieldError.Invalid(path, DecodedValues.Show(value), "must not have unknown fields"));
        }

        SchemaReach withResources = new(schema, one => one.Extensions.IsEmbeddedResource);
        EmbeddedDecoding.Run(value, schema, withResources, path, null, out StatusCause? undecodable);
        if (undecodable is { } cause)
        {
            _causes.Add(cause);
            return;
        }

        IReadOnlyList<StatusCause> causes = EmbeddedChecks.Run(value, schema, withResources, place);
        if (causes.Count == 0)
        {
            ValueChecks checks = new(path, _patterns, isDefault: true);
            causes = [.. checks.Run(value, schema, null).Select(failure => failure.Cause)];
            IsUndecided |= checks.IsUndecided;
        }

        _causes.AddRange(causes);
        SchemaReach withRules = new(schema, one => one.Extensions.Validations.Count > 0);
        IsUndecided |= causes.Count == 0 && RuleReach.Applies(value, schema, withRules);
    }
}
