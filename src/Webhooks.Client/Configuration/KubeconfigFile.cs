using System.Buffers;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Client.Configuration;

/// <summary>A kubeconfig file that was read, for what stands in it to know its place.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Text">What it says, without a byte order mark.</param>
/// <param name="Document">The same as a tree; <c>null</c> for a file of blanks and comments.</param>
internal sealed record KubeconfigFile(string Path, string Text, YamlDocument? Document)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n,]}");

    /// <summary>The folder that paths in it are relative to.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

    public KubeconfigNode Root => new(this, Document?.Root ?? default, "kubeconfig");

    public ConfigurationException Error(JsonValue value, string problem) => ConfigurationException.At(Path, PositionOf(value), problem);

    public string Place(JsonValue value)
    {
        YamlPosition place = PositionOf(value);
        return $"{Path}:{place.Line}:{place.Column}";
    }

    /// <summary>
    /// A number as its author wrote it: a token of digits is text to everybody but YAML, which reads
    /// <c>0123</c> as 83. What is not found as written (behind an alias) is given as the tree has it.
    /// </summary>
    public string Written(JsonValue number)
    {
        string read = number.ToString();
        YamlPosition place = PositionOf(number);
        ReadOnlySpan<char> rest = Text;
        for (int line = 1; line < place.Line && !rest.IsEmpty; line++)
        {
            int end = rest.IndexOf('\n');
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        rest = rest[Math.Min(place.Column - 1, rest.Length)..];
        int length = rest.IndexOfAny(Ends);
        string written = rest[..(length < 0 ? rest.Length : length)].ToString();
        YamlScalar again = YamlScalar.Read(written, tag: null, plain: true);
        return again.Kind is YamlScalarKind.Integer or YamlScalarKind.Float && again.Text == read ? written : read;
    }

    private YamlPosition PositionOf(JsonValue value) => value.IsMissing || Document is null ? new(1, 1) : Document.PositionOf(value);
}
