using Webhooks.Resources.Json;
using Webhooks.Schemas;

namespace Webhooks.Tests.Schemas;

/// <summary>A schema that was given to kube-apiserver 1.36.2, and the requests that were made under it.</summary>
internal sealed class RecordedSchema
{
    private readonly JsonValue _json;

    private RecordedSchema(string name, JsonValue json)
    {
        Name = name;
        _json = json;
        Schema = CustomResourceSchema.Read(VersionOf(json));
    }

    public string Name { get; }

    public CustomResourceSchema Schema { get; }

    public JsonValue Json => _json;

    public bool HasStatus => _json["crd"u8]["statusSubresource"u8].Kind == JsonKind.True;

    public IEnumerable<RecordedCase> Cases => _json["cases"u8].Items().Select(one => new RecordedCase(this, one));

    /// <summary>All that was recorded in a folder, ordered by name.</summary>
    public static IEnumerable<RecordedSchema> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new RecordedSchema(Path.GetFileNameWithoutExtension(file), JsonTree.Parse(File.ReadAllBytes(file), JsonPolicy.Server).Root));

    /// <summary>The CustomResourceDefinition that was sent, with the server's defaults.</summary>
    public JsonValue Definition
    {
        get
        {
            JsonValue crd = _json["crd"u8];
            (string group, string kind, string plural) = (crd["group"u8].GetString(), crd["kind"u8].GetString(), crd["plural"u8].GetString());
            string names = $$"""{"plural":"{{plural}}","singular":"{{kind.ToLowerInvariant()}}","kind":"{{kind}}","listKind":"{{kind}}List"}""";
            JsonDraft spec = Parse($$"""{"group":"{{group}}","scope":"{{crd["scope"u8].GetString()}}","conversion":{"strategy":"None"},"names":{{names}} }""");
            JsonDraft versions = JsonDraft.EmptyArray();
            versions.Insert(0, new(VersionOf(_json)));
            spec.Set("versions", versions);
            SetAll(spec, crd["extra"u8]["spec"u8]);
            JsonDraft definition = Parse($$"""{"metadata":{"name":"{{plural}}.{{group}}"} }""");
            definition.Set("spec", spec);
            return definition.Freeze(JsonPolicy.Server);
        }
    }

    private static JsonValue VersionOf(JsonValue json)
    {
        JsonValue crd = json["crd"u8];
        JsonDraft version = Parse($$"""{"name":"{{crd["version"u8].GetString()}}","served":true,"storage":true}""");
        JsonDraft schema = JsonDraft.EmptyObject();
        schema.Set("openAPIV3Schema", new(json["schema"u8]));
        version.Set("schema", schema);
        JsonDraft subresources = JsonDraft.EmptyObject();
        if (crd["statusSubresource"u8].Kind == JsonKind.True)
        {
            subresources.Set("status", JsonDraft.EmptyObject());
        }

        if (crd["scaleSubresource"u8] is { Kind: JsonKind.Object } scale)
        {
            subresources.Set("scale", new(scale));
        }

        if (subresources.Count > 0)
        {
            version.Set("subresources", subresources);
        }

        SetAll(version, crd["extra"u8]["version"u8]);
        foreach (JsonValue left in crd["extra"u8]["drop"u8].Items())
        {
            version.Remove(left.GetString());
        }

        return version.Freeze(JsonPolicy.Server);
    }

    private static void SetAll(JsonDraft draft, JsonValue members)
    {
        foreach ((string name, JsonValue value) in members.Members())
        {
            draft.Set(name, new(value));
        }
    }

    private static JsonDraft Parse(string json) => new(JsonTree.Parse(json).Root);
}
