using System.Buffers;
using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>Writes compact JSON: no white space, and no escape that RFC 8259 does not ask for.</summary>
/// <remarks>
/// Commas and colons come by themselves; brackets are the caller's to balance. Not thread safe. Strings that are
/// not well-formed UTF-16 are written with U+FFFD.
/// </remarks>
public sealed class JsonWriter
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, (byte)'"', (byte)'\\']);

    private readonly IBufferWriter<byte> _output;
    private bool _needsComma;

    /// <summary>A writer onto <paramref name="output"/>.</summary>
    public JsonWriter(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <summary>Writes <c>{</c>.</summary>
    public void StartObject() => Open((byte)'{');

    /// <summary>Writes <c>}</c>.</summary>
    public void EndObject() => Close((byte)'}');

    /// <summary>Writes <c>[</c>.</summary>
    public void StartArray() => Open((byte)'[');

    /// <summary>Writes <c>]</c>.</summary>
    public void EndArray() => Close((byte)']');

    /// <summary>Writes a member's name and colon; its value must follow.</summary>
    public void WriteName(string name)
    {
        WriteString(name);
        Raw(":"u8);
        _needsComma = false;
    }

    /// <summary>Writes a member's name, given as UTF-8, and colon; its value must follow.</summary>
    public void WriteName(ReadOnlySpan<byte> name)
    {
        WriteString(name);
        Raw(":"u8);
        _needsComma = false;
    }

    /// <summary>Writes a member's name, as it stands in a document, and colon; its value must follow.</summary>
    public void WriteName(JsonValue name)
    {
        if (name.TryGetPlainText(out ReadOnlySpan<byte> plain))
        {
            WriteName(plain);
        }
        else
        {
            WriteName(name.GetString());
        }
    }

    /// <summary>Writes text in quotes, escaping only what JSON demands.</summary>
    public void WriteString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = most > 512 ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> utf8 = rented ?? stackalloc byte[512];
        WriteString((ReadOnlySpan<byte>)utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        if (rented != null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Writes a string, given as UTF-8.</summary>
    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        Separate();
        Raw("\""u8);
        while (true)
        {
            int next = utf8.IndexOfAny(Escaped);
            if (next < 0)
            {
                Raw(utf8);
                break;
            }

            Raw(utf8[..next]);
            Escape(utf8[next]);
            utf8 = utf8[(next + 1)..];
        }

        Raw("\""u8);
        _needsComma = true;
    }

    /// <summary>Writes a whole number.</summary>
    public void WriteNumber(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out int written, provider: System.Globalization.CultureInfo.InvariantCulture);
        WriteRaw(digits[..written]);
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBool(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a member whose value is text, or <c>null</c> where there is none.</summary>
    public void WriteText(string name, string? text)
    {
        WriteName(name);
        if (text == null)
        {
            WriteNull();
        }
        else
        {
            WriteString(text);
        }
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes a value: its own bytes where they are faithful, else (a lenient reading) what was read.</summary>
    public void WriteValue(JsonValue value)
    {
        if (value.IsMissing)
        {
            throw new ArgumentException("a missing value has no text", nameof(value));
        }

        if (value.IsVerbatim)
        {
            WriteRaw(value.RawText);
        }
        else
        {
            JsonRewriting.Write(value, this);
        }
    }

    /// <summary>Writes a value without the white space that it was sent with; number literals as they are.</summary>
    public void WriteCompact(JsonValue value)
    {
        if (value.IsMissing)
        {
            throw new ArgumentException("a missing value has no text", nameof(value));
        }

        JsonRewriting.Write(value, this);
    }

    /// <summary>Writes a value that is JSON text already; it is not checked.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        Separate();
        Raw(json);
        _needsComma = true;
    }

    private void Open(byte bracket)
    {
        Separate();
        Raw([bracket]);
        _needsComma = false;
    }

    private void Close(byte bracket)
    {
        Raw([bracket]);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Raw(","u8);
        }
    }

    private void Escape(byte character)
    {
        ReadOnlySpan<byte> hex = "0123456789abcdef"u8;
        Raw(character switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\f' => "\\f"u8,
            _ => [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', hex[character >> 4], hex[character & 0xF]],
        });
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_output.GetSpan(bytes.Length));
        _output.Advance(bytes.Length);
    }
}
