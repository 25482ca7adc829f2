using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Schemas.Definitions;

/// <summary>
/// A CustomResourceDefinition as the API server holds it. Schemas, subresources, columns and selectable fields that all
/// versions say alike stand at the top, and their paths begin there: <c>spec.validation</c>. Source:
/// <c>Convert_v1_CustomResourceDefinitionSpec_To_apiextensions_CustomResourceDefinitionSpec</c>.
/// </summary>
internal sealed class Definition
{
    /// <summary>What of a version stands at the top where all say the same.</summary>
    private static readonly string[] Parts = ["schema", "subresources", "additionalPrinterColumns", "selectableFields"];

    public Definition(JsonValue json)
    {
        Json = json;
        JsonValue[] versions = [.. Spec["versions"u8].Items()];

        // They are held against one another without what is empty, which says the same as nothing there.
        JsonValue[] plain = [.. NormalForm.Of(DecodeTarget.Definition, json)["spec"u8]["versions"u8].Items()];
        HashSet<string> shared = [.. Parts.Where(part => plain.Length > 0 && plain.All(version => AreAlike(version[part], plain[0][part])))];
        Schema = Shared("schema");
        Subresources = Shared("subresources");
        Columns = Shared("additionalPrinterColumns");
        SelectableFields = Shared("selectableFields");
        Versions =
        [
            .. versions.Select(version => new DefinitionVersion(
                version,
                Own(version, "schema"),
                Own(version, "subresources"),
                Own(version, "additionalPrinterColumns"),
                Own(version, "selectableFields"))),
        ];

        JsonValue Shared(string part) => shared.Contains(part) ? Present(versions[0][part]) : default;

        JsonValue Own(JsonValue version, string part) => shared.Contains(part) ? default : Present(version[part]);
    }

    public JsonValue Json { get; }

    public JsonValue Spec => Json["spec"u8];

    public string Group => Spec["group"u8].AsString() ?? "";

    public IReadOnlyList<DefinitionVersion> Versions { get; }

    /// <summary>The <c>schema</c> of all versions; missing where they differ, or have none.</summary>
    public JsonValue Schema { get; }

    public JsonValue Subresources { get; }

    public JsonValue Columns { get; }

    public JsonValue SelectableFields { get; }

    /// <summary>The schemas, as far as they can be read: the one of all versions, and those that versions have of their own.</summary>
    public IEnumerable<Schema> Schemas =>
        from wrapped in Versions.Select(version => version.Schema).Prepend(Schema)
        where !wrapped["openAPIV3Schema"u8].IsAbsent
        select SchemaReader.ReadCustomResource(wrapped["openAPIV3Schema"u8], "").Schema;

    /// <summary>Whether any version has a status subresource.</summary>
    public bool HasStatus => HasStatusIn(Subresources) || Versions.Any(version => HasStatusIn(version.Subresources));

    public static bool HasStatusIn(JsonValue subresources) => !subresources["status"u8].IsAbsent;

    private static JsonValue Present(JsonValue value) => value.IsAbsent ? default : value;

    private static bool AreAlike(JsonValue left, JsonValue right) => left.IsAbsent ? right.IsAbsent : JsonEquality.AreEqual(left, right);
}
