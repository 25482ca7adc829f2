using System.Text;

namespace Webhooks.Client.Sending;

/// <summary>Writes a header otherwise than the handler would, while it is encoded. For HTTP/1.1 alone, whose headers are lines.</summary>
internal abstract class HeaderEncoding : Encoding
{
    public sealed override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(Written(new string(chars, index, count)));

    public sealed override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        UTF8.GetBytes(Written(new string(chars, charIndex, charCount)), bytes.AsSpan(byteIndex));

    public sealed override int GetCharCount(byte[] bytes, int index, int count) => UTF8.GetCharCount(bytes, index, count);

    public sealed override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        UTF8.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public sealed override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(MaxWritten(charCount));

    public sealed override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);

    /// <summary>What is written for a value.</summary>
    protected abstract string Written(string value);

    /// <summary>How long that is at most, for a value of so many characters.</summary>
    protected abstract int MaxWritten(int length);
}
