using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>What a document says of its own kind, as the server reads it before all else.</summary>
/// <param name="ApiVersion">The text of <c>apiVersion</c>; empty for none.</param>
/// <param name="Kind">The text of <c>kind</c>; empty for none.</param>
public readonly record struct TypeMeta(string ApiVersion, string Kind)
{
    private const string GoStructure =
        """struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }""";

    /// <summary>Group and version; <see cref="Read"/> made sure that they can be told.</summary>
    public GroupVersion GroupVersion => GroupVersion.Parse(ApiVersion);

    /// <summary>Reads it; names count whatever their case, as Go's standard decoder has it.</summary>
    /// <exception cref="DecodeException">The document is no object, one of the two is no text, or the version none.</exception>
    public static TypeMeta Read(JsonValue document)
    {
        if (document.Kind is not (JsonKind.Object or JsonKind.Null))
        {
            throw Unparsable($"json: cannot unmarshal {JsonWords.Of(document)} into Go value of type {GoStructure}");
        }

        string apiVersion = "";
        string kind = "";
        JsonCursor members = new(document, withShadowed: true);
        while (members.MoveNext())
        {
            string name = members.Name;
            if (name.Equals("apiVersion", StringComparison.OrdinalIgnoreCase))
            {
                apiVersion = Text(members.Value, "apiVersion") ?? apiVersion;
            }
            else if (name.Equals("kind", StringComparison.OrdinalIgnoreCase))
            {
                kind = Text(members.Value, "kind") ?? kind;
            }
        }

        return GroupVersion.TryParse(apiVersion, out _, out string? error) ? new(apiVersion, kind) : throw new DecodeException(error);
    }

    /// <summary>What a document says whose names count letter for letter, as of a custom resource once it is decoded.</summary>
    /// <param name="document">The document; <see cref="Read"/> took it.</param>
    public static TypeMeta ReadExact(JsonValue document) => new(document["apiVersion"u8].AsString() ?? "", document["kind"u8].AsString() ?? "");

    /// <summary>The error of a text that is no JSON.</summary>
    public static DecodeException Unparsable(string problem) => new("couldn't get version/kind; json parse error: " + problem);

    /// <summary>The kind with what <paramref name="target"/> says where this says nothing.</summary>
    public GroupVersionKind Or(GroupVersionKind target)
    {
        GroupVersion version = GroupVersion;
        string kind = Kind.Length == 0 ? target.Kind : Kind;
        bool isDefaulted = version.Version.Length == 0 && (version.Group.Length == 0 || version.Group == target.Group);
        return isDefaulted ? target with { Kind = kind } : version.WithKind(kind);
    }

    private static string? Text(JsonValue value, string field) => value.Kind switch
    {
        JsonKind.Null => null,
        JsonKind.String => value.GetString(),
        _ => throw Unparsable($"json: cannot unmarshal {JsonWords.Of(value)} into Go struct field .{field} of type string"),
    };
}
