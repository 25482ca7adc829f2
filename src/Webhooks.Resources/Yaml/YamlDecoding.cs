using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Webhooks.Resources.Yaml;

/// <summary>Turns the bytes of a document into text, refusing what YAML's character set leaves out.</summary>
internal static class YamlDecoding
{
    // YAML 1.1 section 5.1, as go-yaml has it. Surrogates pass: decoded UTF-8 has them in pairs only.
    private static readonly SearchValues<char> Control = SearchValues.Create(
        "\0\x01\x02\x03\x04\x05\x06\x07\b\v\f\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f" +
        "\x80\x81\x82\x83\x84\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f" +
        "\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\ufffe\uffff");

    /// <summary>Decodes a document.</summary>
    /// <param name="utf8">The document; a byte order mark at its start is taken off.</param>
    /// <param name="line">The line that it starts on, for errors.</param>
    /// <exception cref="YamlFormatException">It is not UTF-8, or has a control character.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8, int line)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        if (!Utf8.IsValid(utf8))
        {
            throw At(Encoding.UTF8.GetString(utf8[..FirstInvalid(utf8)]), line, "the text is not UTF-8");
        }

        string text = Encoding.UTF8.GetString(utf8);
        int control = text.AsSpan().IndexOfAny(Control);
        return control < 0
            ? text
            : throw At(text[..control], line, $"control characters are not allowed (U+{(int)text[control]:X4}); write it as an escape in double quotes");
    }

    /// <summary>How many UTF-16 units the bytes have.</summary>
    public static int Units(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetCharCount(utf8);

    private static YamlFormatException At(string before, int line, string problem)
    {
        int lineStart = before.LastIndexOf('\n') + 1;
        return new(problem, line + before.AsSpan().Count('\n'), before.Length - lineStart + 1);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(utf8[position..], out _, out int consumed) == OperationStatus.Done)
        {
            position += consumed;
        }

        return position;
    }
}
