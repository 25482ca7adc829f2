using System.Text;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>Translates places in the text of a YAML scalar into places in the file around it.</summary>
/// <remarks>Exact for literal blocks (<c>|</c>); for other spellings the place of the scalar, with the inner one in words.</remarks>
internal sealed class EmbeddedText
{
    private readonly YamlPosition _scalar;
    private readonly int _indentation;

    private EmbeddedText(YamlPosition scalar, int indentation)
    {
        _scalar = scalar;
        _indentation = indentation;
    }

    /// <summary>The translation for one scalar.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scalar">Where the scalar starts in it.</param>
    /// <param name="text">The scalar's text.</param>
    public static EmbeddedText In(ReadOnlySpan<byte> file, YamlPosition scalar, string text)
    {
        string[] lines = Encoding.UTF8.GetString(file).Split('\n');
        bool isLiteral = scalar.Line <= lines.Length && lines[scalar.Line - 1].AsSpan(Math.Min(scalar.Column - 1, lines[scalar.Line - 1].Length)) is ['|', ..];
        string[] inner = text.Split('\n');
        int first = Array.FindIndex(inner, line => line.AsSpan().Trim().Length > 0);
        if (!isLiteral || first < 0 || scalar.Line + first >= lines.Length)
        {
            return new EmbeddedText(scalar, -1);
        }

        return new EmbeddedText(scalar, Math.Max(0, Indentation(lines[scalar.Line + first]) - Indentation(inner[first])));
    }

    public (int Line, int Column, string Note) Place(YamlPosition position) => _indentation < 0
        ? (_scalar.Line, _scalar.Column, $" (line {position.Line}, column {position.Column} of config)")
        : (_scalar.Line + position.Line, _indentation + position.Column, "");

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
