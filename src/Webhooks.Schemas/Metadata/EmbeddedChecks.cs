using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Metadata;

/// <summary>What is wrong with apiVersion, kind and metadata of embedded resources. Source: <c>schemaobjectmeta.Validate</c>.</summary>
/// <remarks>Recursion ends with the schemas.</remarks>
internal sealed class EmbeddedChecks
{
    private readonly SchemaReach _withResources;
    private readonly List<StatusCause> _causes = [];

    private EmbeddedChecks(SchemaReach withResources)
    {
        _withResources = withResources;
    }

    /// <summary>The causes of all embedded resources in a value that stands at <paramref name="place"/>.</summary>
    public static IReadOnlyList<StatusCause> Run(JsonValue value, Schema schema, SchemaReach withResources, FieldPlace place)
    {
        EmbeddedChecks checks = new(withResources);
        checks.Walk(value, schema, place);
        return checks._causes;
    }

    private void Walk(JsonValue value, Schema schema, FieldPlace place)
    {
        if (!_withResources.Contains(schema))
        {
            return;
        }

        if (value.Kind == JsonKind.Object && schema.Extensions.IsEmbeddedResource)
        {
            CheckResource(value, place);
        }

        JsonCursor children = new(value);
        for (int i = 0; children.MoveNext(); i++)
        {
            if (!children.IsObject)
            {
                if (schema.Items != null)
                {
                    Walk(children.Value, schema.Items, place.Item(i));
                }
            }
            else if (schema.Properties[children.NameValue] is { } property)
            {
                Walk(children.Value, property, place.Member(children.Name));
            }
            else if (schema.AdditionalProperties?.Schema is { } additional)
            {
                Walk(children.Value, additional, place.Key(children.Name));
            }
        }
    }

    private void CheckResource(JsonValue resource, FieldPlace place)
    {
        Check(resource["apiVersion"u8], place.Member("apiVersion"), ApiVersionProblem);
        Check(resource["kind"u8], place.Member("kind"), KindProblem);
        if (resource["metadata"u8] is { IsMissing: false } metadata)
        {
            CheckMetadata(metadata, place.Member("metadata"));
        }
    }

    private void Check(JsonValue word, FieldPlace place, Func<string, string?> problemOf)
    {
        if (word.IsMissing)
        {
            _causes.Add(FieldError.Required(place.ToString()));
        }
        else if (word.AsString() is not { } text)
        {
            _causes.Add(FieldError.Invalid(place.ToString(), DecodedValues.Show(word), "must be a string"));
        }
        else if ((text.Length == 0 ? "must not be empty" : problemOf(text)) is { } problem)
        {
            _causes.Add(FieldError.Invalid(place.ToString(), text, problem));
        }
    }

    private void CheckMetadata(JsonValue metadata, FieldPlace place)
    {
        string path = place.ToString();
        JsonValue decoded;
        try
        {
            decoded = ObjectMetaDecoding.Decode(metadata, path, null);
        }
        catch (DecodeException undecodable)
        {
            _causes.Add(FieldError.Invalid(path, DecodedValues.Show(metadata), undecodable.Message));
            return;
        }

        AddAll($"{path}.generateName", decoded["generateName"u8], PathSegment.PrefixProblems);
        AddAll($"{path}.name", decoded["name"u8], PathSegment.Problems);
        AddAll($"{path}.namespace", decoded["namespace"u8], DnsLabel.Problems);
        _causes.AddRange(ObjectMetaRules.OnCreate(decoded, path));
        _causes.AddRange(ManagedFieldsRules.Check(decoded["managedFields"u8], $"{path}.managedFields"));
    }

    private void AddAll(string path, JsonValue name, Func<string, IEnumerable<string>> problemsOf)
    {
        if (name.AsString() is { } text)
        {
            _causes.AddRange(problemsOf(text).Select(problem => FieldError.Invalid(path, text, problem)));
        }
    }

    private static string? ApiVersionProblem(string text) => GroupVersion.TryParse(text, out _, out string? problem) ? null : problem;

    private static string? KindProblem(string text) => Dns1035Label.Problems(text.ToLowerInvariant()) is { Count: > 0 } problems
        ? "may have mixed case, but should otherwise match: " + string.Join(',', problems)
        : null;
}
