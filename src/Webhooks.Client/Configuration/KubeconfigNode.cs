using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Client.Configuration;

/// <summary>A value of a kubeconfig file, and typed reading of its members. Unknown members are nobody's concern.</summary>
/// <param name="File">The file.</param>
/// <param name="Value">An object, or nothing.</param>
/// <param name="Name">The member that it is, for messages.</param>
internal readonly record struct KubeconfigNode(KubeconfigFile File, JsonValue Value, string Name)
{
    public bool Has(string name) => !Value[name].IsAbsent;

    public string Place(string name) => File.Place(Value[name].IsMissing ? Value : Value[name]);

    /// <summary>An error at a member, or here where it is missing.</summary>
    public ConfigurationException Error(string name, string problem) =>
        File.Error(Value[name].IsMissing ? Value : Value[name], $"{name}: {problem}");

    /// <summary>A text; empty without one. A number is the text that it was written as.</summary>
    public string Text(string name) => TextOf(Value[name], name);

    public bool Flag(string name) => Value[name].Kind switch
    {
        JsonKind.Missing or JsonKind.Null or JsonKind.False => false,
        JsonKind.True => true,
        _ => throw Error(name, "it must be true or false; take off the quotes"),
    };

    /// <summary>Bytes that stand in base64; none without them.</summary>
    public byte[] Data(string name) => GoBase64.TryDecode(Text(name), out byte[] data)
        ? data
        : throw Error(name, "this is no base64; write the output of `base64 -w0 FILE`, or name the file in the member without -data");

    /// <summary>A path, made absolute by the folder of its file; empty without one.</summary>
    public string FilePath(string name)
    {
        string path = Text(name);
        return path.Contains('\0', StringComparison.Ordinal)
            ? throw Error(name, "no path has a character U+0000; correct it")
            : path.Length == 0 ? "" : Path.GetFullPath(path, File.Folder);
    }

    /// <summary>A member that is an object, or nothing.</summary>
    public KubeconfigNode Child(string name)
    {
        KubeconfigNode child = new(File, Value[name], name);
        return child.Value.IsAbsent || child.Value.Kind == JsonKind.Object
            ? child
            : throw Error(name, "it must have members, one a line; see `kubectl config --help`");
    }

    /// <summary>The items of a list of objects; none without it. An item may be <c>null</c>.</summary>
    public IEnumerable<KubeconfigNode> Items(string name)
    {
        foreach (JsonValue item in List(name))
        {
            yield return item.IsAbsent || item.Kind == JsonKind.Object
                ? new KubeconfigNode(File, item, name)
                : throw File.Error(item, $"{name}: each item must have members, such as name");
        }
    }

    /// <summary>The items of a list of texts; none without it.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        List<string> texts = [];
        foreach (JsonValue item in List(name))
        {
            texts.Add(TextOf(item, name));
        }

        return texts;
    }

    private IEnumerable<JsonValue> List(string name) => Value[name].IsAbsent || Value[name].Kind == JsonKind.Array
        ? Value[name].Items()
        : throw Error(name, "it must be a list; begin each item with \"- \"");

    private string TextOf(JsonValue value, string name) => value.Kind switch
    {
        JsonKind.Missing or JsonKind.Null => "",
        JsonKind.String => value.GetString(),
        JsonKind.Number => File.Written(value),
        _ => throw File.Error(value, $"{name}: it must be text; write it in quotes"),
    };
}
