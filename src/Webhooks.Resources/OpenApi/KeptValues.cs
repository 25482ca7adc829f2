using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>
/// Copies the values that schemas keep (defaults, enumerations, extensions) out of their document, so that it can
/// go; equal ones, of which there are many, are copied once.
/// </summary>
internal sealed class KeptValues(bool keepsSource)
{
    /// <summary>What was parsed once, under bounds, can be again; its repairs are made.</summary>
    private static readonly JsonPolicy Unbounded = JsonPolicy.Strict with { MaxDepth = int.MaxValue, MaxBytes = JsonPolicy.LargestText };

    private readonly Dictionary<string, JsonValue> _byText = new(StringComparer.Ordinal);

    public JsonValue Keep(JsonValue value)
    {
        if (keepsSource || value.IsMissing)
        {
            return value;
        }

        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(value);
        string text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (!_byText.TryGetValue(text, out JsonValue kept))
        {
            kept = JsonTree.Parse(buffer.WrittenSpan.ToArray(), Unbounded).Compact().Root;
            _byText.Add(text, kept);
        }

        return kept;
    }
}
