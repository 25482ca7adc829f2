using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Yaml;

namespace Webhooks.Schemas.Decoding;

/// <summary>The document in a request's body.</summary>
/// <param name="Root">Its value; of YAML with the members sorted, as they are on their way through JSON.</param>
/// <param name="DuplicateRows">The rows of the names that stand for the second time; of JSON only.</param>
/// <param name="YamlProblem">What a strict reading of YAML says of names that stand twice; <c>null</c> for nothing.</param>
public sealed record RequestBody(JsonValue Root, IReadOnlySet<int> DuplicateRows, string? YamlProblem) : IDisposable
{
    private static readonly HashSet<int> NoRows = [];
    private JsonTree? _tree;

    private const string ConversionError = "error converting YAML to JSON: yaml: ";

    /// <summary>The document that a patch made.</summary>
    public static RequestBody Of(JsonValue value) => new(value, NoRows, null);

    /// <summary>Gives the document's memory back: of a body, nothing of it may be looked at any more.</summary>
    public void Dispose() => _tree?.Dispose();

    /// <summary>Reads a body that is JSON.</summary>
    /// <exception cref="DecodeException">It is none.</exception>
    public static RequestBody ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            JsonTree tree = JsonTree.Parse(body, JsonPolicy.Server);
            HashSet<int> duplicates = [.. tree.Duplicates.Select(name => name.Row)];
            return new(tree.Root, duplicates.Count == 0 ? NoRows : duplicates, null) { _tree = tree };
        }
        catch (JsonFormatException e)
        {
            throw TypeMeta.Unparsable(JsonSyntax.Problem(body.Span) ?? e.Problem);
        }
    }

    /// <summary>Reads a body that is YAML: its first document that is not empty.</summary>
    /// <exception cref="DecodeException">It is none.</exception>
    public static RequestBody ReadYaml(ReadOnlyMemory<byte> body)
    {
        try
        {
            foreach (YamlSection section in YamlStream.Split(body))
            {
                if (section.Form != YamlForm.Empty)
                {
                    YamlDocument document = YamlReader.Read(body, section);
                    string[] duplicates = [.. document.Duplicates.Select(name =>
                        $"  line {name.Position.Line}: key {GoString.Quote(name.Path[(name.Path.LastIndexOf('.') + 1)..])} already set in map")];
                    return Of(StoredForm.Of(document.Root)) with
                    {
                        YamlProblem = duplicates.Length == 0 ? null : ConversionError + "unmarshal errors:\n" + string.Join('\n', duplicates),
                    };
                }
            }

            return Of(JsonTree.Parse("null"u8.ToArray()).Root);
        }
        catch (YamlFormatException e)
        {
            throw new DecodeException($"{ConversionError}line {e.Line}: {e.Problem}");
        }
    }
}
