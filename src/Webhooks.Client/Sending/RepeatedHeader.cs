using System.Text;

namespace Webhooks.Client.Sending;

/// <summary>
/// Writes a header several times, on lines of its own. The handler joins the values of one name by commas, which an API
/// server reads as one group with commas in its name: so they come as one value, and become lines as they are encoded.
/// </summary>
/// <remarks>For HTTP/1.1 alone, whose headers are lines.</remarks>
/// <param name="name">The header.</param>
internal sealed class RepeatedHeader(string name) : Encoding
{
    /// <summary>What stands between values. No value may have it.</summary>
    public const char Separator = '\u001f';

    private readonly string _line = $"\r\n{name}: ";

    public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(Lines(chars, index, count));

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        UTF8.GetBytes(Lines(chars, charIndex, charCount), bytes.AsSpan(byteIndex));

    public override int GetCharCount(byte[] bytes, int index, int count) => UTF8.GetCharCount(bytes, index, count);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        UTF8.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount * _line.Length);

    public override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);

    private string Lines(char[] chars, int index, int count) => new string(chars, index, count).Replace($"{Separator}", _line, StringComparison.Ordinal);
}
