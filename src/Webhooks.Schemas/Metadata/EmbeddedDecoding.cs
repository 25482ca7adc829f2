using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Shaping;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Metadata;

/// <summary>Decodes embedded resources: apiVersion and kind are strings, and of metadata stays what is known. Source: <c>schemaobjectmeta.Coerce</c>.</summary>
internal sealed class EmbeddedDecoding : Rewriting<Schema>
{
    private readonly SchemaReach _withResources;
    private readonly string _prefix;
    private readonly List<string>? _unknown;
    private readonly bool _drops;
    private StatusCause? _problem;

    private EmbeddedDecoding(SchemaReach withResources, string prefix, List<string>? unknown, bool drops)
    {
        _withResources = withResources;
        _prefix = prefix;
        _unknown = unknown;
        _drops = drops;
    }

    /// <summary>A stored value as it is read: what its schema can't decode was stored under another, and is left out.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="withResources">As for <see cref="Run"/>.</param>
    public static JsonValue Read(JsonValue value, Schema schema, SchemaReach withResources) =>
        withResources.Contains(schema) ? new EmbeddedDecoding(withResources, "", null, drops: true).Rewrite(value, schema) : value;

    /// <summary>The value as decoded; the very same where nothing changed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="withResources">The schemas of embedded resources, and those that lead to one.</param>
    /// <param name="prefix">The path of the value; empty for an object.</param>
    /// <param name="unknown">Where the paths of unknown members are added, sorted; <c>null</c>: nobody asks.</param>
    /// <param name="problem">Why it can't be decoded; <c>null</c> when it can.</param>
    public static JsonValue Run(
        JsonValue value, Schema schema, SchemaReach withResources, string prefix, ICollection<string>? unknown, out StatusCause? problem)
    {
        problem = null;
        if (!withResources.Contains(schema))
        {
            return value;
        }

        EmbeddedDecoding decoding = new(withResources, prefix, unknown == null ? null : [], drops: false);
        JsonValue decoded = decoding.Rewrite(value, schema);
        decoding._unknown?.Sort(Utf8Order.Comparer);
        foreach (string path in decoding._unknown ?? [])
        {
            unknown!.Add(path);
        }

        problem = decoding._problem;
        return decoded;
    }

    protected override Choice<Schema> Choose(Schema parent, JsonValue name, JsonValue value)
    {
        if (!name.IsMissing && parent.Extensions.IsEmbeddedResource)
        {
            if (name.TextEquals("metadata"u8))
            {
                return Decode(parent, value);
            }

            if (value.Kind != JsonKind.String && (name.TextEquals("apiVersion"u8) || name.TextEquals("kind"u8)))
            {
                if (_drops)
                {
                    return new(ChoiceKind.Drop, value, parent);
                }

                Refuse(name.GetString(), value, "must be a string");
            }
        }

        Schema? schema = name.IsMissing ? parent.Items : parent.Properties[name] ?? parent.AdditionalProperties?.Schema;
        return schema != null && _withResources.Contains(schema) ? new(ChoiceKind.Descend, value, schema) : new(ChoiceKind.Copy, value, parent);
    }

    protected override bool IsKey(Schema parent, string name) => parent.Properties[name] == null;

    private Choice<Schema> Decode(Schema parent, JsonValue metadata)
    {
        try
        {
            JsonValue decoded = _drops ? ObjectMetaDecoding.Read(metadata) : ObjectMetaDecoding.Decode(metadata, Full("metadata"), _unknown);
            return JsonEquality.AreEqual(decoded, metadata) ? new(ChoiceKind.Copy, metadata, parent) : new(ChoiceKind.Replace, decoded, parent);
        }
        catch (DecodeException problem)
        {
            Refuse("metadata", metadata, problem.Message);
            return new(ChoiceKind.Copy, metadata, parent);
        }
    }

    private void Refuse(string name, JsonValue value, string detail) =>
        _problem ??= FieldError.Invalid(Full(name), DecodedValues.Show(value), detail);

    private string Full(string name)
    {
        string path = PathTo(name);
        return _prefix.Length == 0 || path.StartsWith('[') ? _prefix + path : $"{_prefix}.{path}";
    }
}
