using System.Collections;

namespace Webhooks.Resources.Json;

/// <summary>The items of an array that was taken apart; each becomes a draft when it is asked for, 16 bytes until then.</summary>
internal sealed class DraftItems : IReadOnlyList<JsonDraft>
{
    private readonly JsonTree? _tree;
    private (int Row, JsonDraft? Draft)[] _items = [];

    public DraftItems()
    {
    }

    public DraftItems(JsonValue source)
    {
        _tree = source.Tree;
        _items = new (int, JsonDraft?)[source.Count + 1];
        JsonCursor cursor = new(source);
        while (cursor.MoveNext())
        {
            _items[Count++] = (cursor.Value.Row, null);
        }
    }

    public int Count { get; private set; }

    public JsonDraft this[int index]
    {
        get
        {
            Check(index);
            (JsonValue value, JsonDraft? draft) = Peek(index);
            if (draft == null)
            {
                draft = new JsonDraft(value);
                _items[index] = (0, draft);
            }

            return draft;
        }
        set
        {
            Check(index);
            _items[index] = (0, value);
        }
    }

    /// <summary>The item as it is: a value as sent, or a draft.</summary>
    public (JsonValue Value, JsonDraft? Draft) Peek(int index)
    {
        Check(index);
        (int row, JsonDraft? draft) = _items[index];
        return (draft == null ? new JsonValue(_tree!, row) : default, draft);
    }

    public void Insert(int index, JsonDraft item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)Count, nameof(index));
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(2, Count * 2));
        }

        Array.Copy(_items, index, _items, index + 1, Count - index);
        _items[index] = (0, item);
        Count++;
    }

    public JsonDraft RemoveAt(int index)
    {
        (JsonValue value, JsonDraft? draft) = Peek(index);
        Count--;
        Array.Copy(_items, index + 1, _items, index, Count - index);
        _items[Count] = default;
        return draft ?? new JsonDraft(value);
    }

    public IEnumerator<JsonDraft> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Check(int index) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
}
