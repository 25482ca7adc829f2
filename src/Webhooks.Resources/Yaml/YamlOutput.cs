using System.Buffers;
using System.Text;

namespace Webhooks.Resources.Yaml;

/// <summary>Writes text, indentation and strings as UTF-8.</summary>
internal readonly struct YamlOutput(IBufferWriter<byte> bytes)
{
    public void Write(ReadOnlySpan<byte> utf8) => bytes.Write(utf8);

    public void Write(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, bytes);

    public void Indent(int columns)
    {
        bytes.GetSpan(columns)[..columns].Fill((byte)' ');
        bytes.Advance(columns);
    }

    /// <summary>Writes a string that stays on its line.</summary>
    public void Inline(string text, YamlStyle style) => Write(style switch
    {
        YamlStyle.Plain => text,
        YamlStyle.SingleQuoted => YamlQuotes.Single(text),
        _ => YamlQuotes.Double(text),
    });

    /// <summary>Writes a string as a block, from its <c>|</c> to its last line break.</summary>
    /// <param name="text">A string of several lines.</param>
    /// <param name="column">The column of the container that it stands in.</param>
    public void Literal(string text, int column)
    {
        // A reader finds the indentation by the first line with text, unless it is told.
        Write(text[0] is ' ' or '\n' or '\t' ? "|2"u8 : "|"u8);
        Write(text[^1] != '\n' ? "-"u8 : text is [.., '\n', '\n'] ? "+"u8 : ""u8);
        Write("\n"u8);
        ReadOnlySpan<char> rest = text[^1] == '\n' ? text.AsSpan(0, text.Length - 1) : text;
        foreach (Range range in rest.Split('\n'))
        {
            ReadOnlySpan<char> line = rest[range];
            if (!line.IsEmpty)
            {
                Indent(column + 2);
                Write(line);
            }

            Write("\n"u8);
        }
    }
}
