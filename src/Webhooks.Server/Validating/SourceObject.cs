using System.Text;
using Webhooks.Admission.Manifests;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Yaml;
using Webhooks.Schemas;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Validating;

/// <summary>An object of a document, as a client would send it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Number">The document's number in its file, from 1.</param>
/// <param name="Manifest">The object.</param>
internal sealed record SourceObject(SourceDocument Document, int Number, ManifestObject Manifest)
{
    public GroupVersionKind Kind => Manifest.Request.Kind;

    public string Name => Manifest.Request.Name;

    /// <summary>The namespace that the object says; empty for none.</summary>
    public string Namespace => Manifest.Request.Object["metadata"u8]["namespace"u8].AsString() ?? "";

    /// <summary>
    /// The text of the request. JSON is sent as it stands, each literal and each duplicate; YAML as kubectl turns it into
    /// JSON, where 1.0 is 1.
    /// </summary>
    public ReadOnlyMemory<byte> Body
    {
        get
        {
            JsonValue value = Manifest.Whole;
            return Document.Section.Form == YamlForm.Json && Manifest.SaysKind
                ? value.RawText.ToArray()
                : Encoding.UTF8.GetBytes(StoredForm.Of(value).ToString());
        }
    }

    /// <summary>What of YAML no server gets to see, to be warned of: of members with one name kubectl sends the last.</summary>
    public IEnumerable<string> Dropped
    {
        get
        {
            string path = string.Concat(Manifest.Path.Tokens.Index().Select(token => int.TryParse(token.Item, out _) ? $"[{token.Item}]" : token.Index == 0 ? token.Item : $".{token.Item}"));
            return Document.Section.Form == YamlForm.Json ? []
                : from duplicate in Document.Content!.Duplicates
                  where duplicate.Path.StartsWith(path, StringComparison.Ordinal)
                  select $"duplicate field {GoString.Quote(duplicate.Path[path.Length..].TrimStart('.'))}: kubectl sends the last one";
        }
    }

    /// <summary>Where a field stands, or the innermost that is there of what it stands in.</summary>
    /// <param name="field">Its path, as causes name it.</param>
    public YamlPosition PositionOf(string field) => Document.Content!.PositionOf(FieldPlaces.Find(Manifest.Request.Object, field));
}
