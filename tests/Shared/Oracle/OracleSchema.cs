using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;

namespace Webhooks.Shared.Oracle;

/// <summary>A schema that was given to kube-apiserver, what it said of it, and of the objects that it was sent then.</summary>
internal sealed class OracleSchema
{
    private readonly Lazy<CustomResourceWrites> _writes;

    private OracleSchema(string area, string slug, JsonValue json)
    {
        Area = area;
        Name = $"{area}/{slug}";
        Json = json;
        Recorded = OracleAnswer.OfDefinition(Name, json);
        Definition = DefinitionOf(json["schema"u8]);
        _writes = new(() => new CustomResourceWrites(CustomResourceKind.ReadServed(DefinitionWrites.Create(Definition, FieldValidation.Ignore).Stored).Single()));
    }

    public string Area { get; }

    public string Name { get; }

    public JsonValue Json { get; }

    /// <summary>The CustomResourceDefinition, number literals as they were sent.</summary>
    public byte[] Definition { get; }

    /// <summary>What the server answered to the definition.</summary>
    public OracleAnswer Recorded { get; }

    /// <summary>Whether it has rules in the Common Expression Language, anywhere.</summary>
    public bool HasRules => Encoding.UTF8.GetString(Definition).Contains("x-kubernetes-validations", StringComparison.Ordinal);

    /// <summary>Writes of its objects.</summary>
    public CustomResourceWrites Writes => _writes.Value;

    /// <summary>What is answered here to the definition.</summary>
    public WriteAnswer Answer() => DefinitionWrites.Create(Definition, Enum.Parse<FieldValidation>(Json["crdFieldValidation"u8].GetString()));

    public IEnumerable<OracleCase> Cases => Json["cases"u8].Items().Select(one => new OracleCase(this, one));

    /// <summary>All that was recorded in a folder, ordered by name.</summary>
    public static IEnumerable<OracleSchema> ReadAll(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select new OracleSchema(
            Path.GetFileName(Path.GetDirectoryName(file)!),
            Path.GetFileNameWithoutExtension(file),
            JsonTree.Parse(File.ReadAllBytes(file), JsonPolicy.Server with { MaxBytes = JsonPolicy.LargestText }).Root);

    /// <summary>The definition with another schema.</summary>
    public byte[] DefinitionOf(JsonValue schema)
    {
        JsonValue crd = Json["crd"u8];
        JsonDraft names = JsonDraft.EmptyObject();
        names.SetText("plural", crd["plural"u8].GetString());
        names.SetText("kind", crd["kind"u8].GetString());
        JsonDraft versions = JsonDraft.EmptyArray();
        versions.Add(Version(crd, schema));
        JsonDraft spec = JsonDraft.EmptyObject();
        spec.SetText("group", crd["group"u8].GetString());
        spec.SetText("scope", crd["scope"u8].GetString());
        spec.Set("names", names);
        spec.Set("versions", versions);
        SetAll(spec, crd["extra"u8]["spec"u8]);
        JsonDraft metadata = JsonDraft.EmptyObject();
        metadata.SetText("name", $"{crd["plural"u8].GetString()}.{crd["group"u8].GetString()}");
        JsonDraft definition = JsonDraft.EmptyObject();
        definition.SetText("apiVersion", "apiextensions.k8s.io/v1");
        definition.SetText("kind", "CustomResourceDefinition");
        definition.Set("metadata", metadata);
        definition.Set("spec", spec);
        return Encoding.UTF8.GetBytes(definition.Freeze(JsonPolicy.Server).ToString());
    }

    private static JsonDraft Version(JsonValue crd, JsonValue schema)
    {
        JsonDraft version = Drafts.Json("""{"served":true,"storage":true}""");
        version.SetText("name", crd["version"u8].GetString());
        version.Child("schema").SetValue("openAPIV3Schema", schema);
        if (crd["statusSubresource"u8].Kind == JsonKind.True)
        {
            version.Child("subresources").SetJson("status", "{}");
        }

        if (crd["scaleSubresource"u8] is { Kind: JsonKind.Object } scale)
        {
            version.Child("subresources").SetValue("scale", scale);
        }

        SetAll(version, crd["extra"u8]["version"u8]);
        foreach (JsonValue left in crd["extra"u8]["drop"u8].Items())
        {
            version.Remove(left.GetString());
        }

        return version;
    }

    private static void SetAll(JsonDraft draft, JsonValue members)
    {
        foreach ((string name, JsonValue value) in members.Members())
        {
            draft.SetValue(name, value);
        }
    }
}
