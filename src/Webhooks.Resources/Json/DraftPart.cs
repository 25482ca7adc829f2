namespace Webhooks.Resources.Json;

/// <summary>A part of a draft as it stands: a value as sent, or where something in it was changed a draft that was taken apart.</summary>
/// <remarks>24 bytes, immutable; <c>default</c> is a missing value.</remarks>
public readonly struct DraftPart
{
    /// <summary>A value as sent.</summary>
    public DraftPart(JsonValue value)
    {
        Value = value;
    }

    /// <summary>What a draft is now.</summary>
    public DraftPart(JsonDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Value = draft.Source;
        TakenApart = Value.IsMissing ? draft : null;
    }

    /// <summary>The value as sent; missing where it was taken apart.</summary>
    public JsonValue Value { get; }

    /// <summary>The object or array that was taken apart; <c>null</c> for a value as sent.</summary>
    public JsonDraft? TakenApart { get; }

    /// <summary>What it is.</summary>
    public JsonKind Kind => TakenApart?.Kind ?? Value.Kind;

    /// <summary>True for no value at all and for <c>null</c>.</summary>
    public bool IsAbsent => TakenApart == null && Value.IsAbsent;

    /// <summary>Of an object its members, of an array its items, else 0.</summary>
    public int Count => TakenApart?.Count ?? Value.Count;
}
