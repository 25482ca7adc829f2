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
        ReadOnlySpan<byte> rest = Skip(file, scalar.Line - 1);
        string header = Encoding.UTF8.GetString(FirstLine(rest));
        if (header.AsSpan(Math.Min(scalar.Column - 1, header.Length)) is not ['|', ..])
        {
            return new EmbeddedText(scalar, -1);
        }

        ReadOnlySpan<char> inner = text;
        int blank = 0;
        while (!inner.IsEmpty && FirstLine(inner).Trim().IsEmpty)
        {
            inner = Skip(inner, 1);
            blank++;
        }

        int indentation = Indentation(FirstLine(Skip(rest, blank + 1))) - Indentation(FirstLine(inner));
        return new EmbeddedText(scalar, Math.Max(0, indentation));
    }

    public (int Line, int Column, string Note) Place(YamlPosition position) => _indentation < 0
        ? (_scalar.Line, _scalar.Column, $" (line {position.Line}, column {position.Column} of config)")
        : (_scalar.Line + position.Line, _indentation + position.Column, "");

    private static int Indentation(ReadOnlySpan<byte> line) => line.Length - line.TrimStart((byte)' ').Length;

    private static int Indentation(ReadOnlySpan<char> line) => line.Length - line.TrimStart(' ').Length;

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text;

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) => text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text, int lines)
    {
        for (; lines > 0 && !text.IsEmpty; lines--)
        {
            int end = text.IndexOf((byte)'\n');
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return text;
    }

    private static ReadOnlySpan<char> Skip(ReadOnlySpan<char> text, int lines)
    {
        for (; lines > 0 && !text.IsEmpty; lines--)
        {
            int end = text.IndexOf('\n');
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return text;
    }
}
