using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>
/// Copies the values that schemas keep (defaults, enumerations, extensions) out of their document, so that it can
/// go; equal ones, of which there are many, are copied once.
/// </summary>
internal sealed class KeptValues(bool keepsSource)
{
    /// <summary>Bytes up to which a text is looked up; longer ones are hardly ever equal.</summary>
    private const int Short = 128;

    /// <summary>What was parsed once, under bounds, can be again; its repairs are made.</summary>
    private static readonly JsonPolicy Unbounded = JsonPolicy.Strict with { MaxDepth = int.MaxValue, MaxBytes = JsonPolicy.LargestText };

    private readonly Dictionary<string, JsonValue> _byText = new(StringComparer.Ordinal);

    public JsonValue Keep(JsonValue value)
    {
        if (keepsSource || value.IsMissing)
        {
            return value;
        }

        Span<char> text = stackalloc char[Short];
        if (!value.IsVerbatim || value.RawText.Length > Short)
        {
            return Copy(value);
        }

        text = text[..Encoding.UTF8.GetChars(value.RawText, text)];
        if (!_byText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out JsonValue kept))
        {
            kept = Copy(value);
            _byText.Add(text.ToString(), kept);
        }

        return kept;
    }

    private static JsonValue Copy(JsonValue value)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(value);
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), Unbounded).Compact().Root;
    }
}
