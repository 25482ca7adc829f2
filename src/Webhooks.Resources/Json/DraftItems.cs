using System.Collections;

namespace Webhooks.Resources.Json;

/// <summary>The items of an array that was taken apart; each becomes a draft when it is asked for, 24 bytes until then.</summary>
internal sealed class DraftItems : IReadOnlyList<JsonDraft>
{
    private readonly List<(JsonValue Value, JsonDraft? Draft)> _items;

    public DraftItems()
    {
        _items = [];
    }

    public DraftItems(JsonValue source)
    {
        _items = new List<(JsonValue, JsonDraft?)>(source.Count + 1);
        JsonCursor cursor = new(source);
        while (cursor.MoveNext())
        {
            _items.Add((cursor.Value, null));
        }
    }

    public int Count => _items.Count;

    public JsonDraft this[int index]
    {
        get
        {
            (JsonValue value, JsonDraft? draft) = _items[index];
            if (draft == null)
            {
                draft = new JsonDraft(value);
                _items[index] = (default, draft);
            }

            return draft;
        }
        set => _items[index] = (default, value);
    }

    /// <summary>The item as it is: a value as sent, or a draft.</summary>
    public (JsonValue Value, JsonDraft? Draft) Peek(int index) => _items[index];

    public void Insert(int index, JsonDraft item) => _items.Insert(index, (default, item));

    public JsonDraft RemoveAt(int index)
    {
        (JsonValue value, JsonDraft? draft) = _items[index];
        _items.RemoveAt(index);
        return draft ?? new JsonDraft(value);
    }

    public IEnumerator<JsonDraft> GetEnumerator()
    {
        for (int i = 0; i < _items.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
