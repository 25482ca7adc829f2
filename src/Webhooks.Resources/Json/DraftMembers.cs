using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>The members of an object that was taken apart, in their order; 16 bytes each. Look-ups are linear.</summary>
internal sealed class DraftMembers
{
    private readonly JsonTree? _tree;
    private Entry[] _entries = [];
    private List<string>? _newNames;

    public DraftMembers()
    {
    }

    public DraftMembers(JsonValue source)
    {
        _tree = source.Tree;
        _entries = new Entry[source.Count + 1];
        JsonCursor cursor = new(source);
        while (cursor.MoveNext())
        {
            _entries[Count++] = new Entry(cursor.NameValue.Row, null);
        }
    }

    public int Count { get; private set; }

    public DraftMember this[int index]
    {
        get
        {
            (int row, JsonDraft? draft) = _entries[index];
            return row < 0 ? new DraftMember(null, 0, _newNames![~row], draft) : new DraftMember(_tree, row, null, draft);
        }
    }

    /// <summary>The place of the member of that name, or -1.</summary>
    public int IndexOf(string name)
    {
        int most = Encoding.UTF8.GetMaxByteCount(name.Length);
        Span<byte> buffer = most <= 512 ? stackalloc byte[512] : new byte[most];
        ReadOnlySpan<byte> utf8 = buffer[..Encoding.UTF8.GetBytes(name, buffer)];
        for (int i = 0; i < Count; i++)
        {
            if (this[i].IsNamed(name, utf8))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The value of the member at that place as a draft, which it is from now on.</summary>
    public JsonDraft Child(int index)
    {
        DraftMember member = this[index];
        if (member.Draft is { } known)
        {
            return known;
        }

        JsonDraft draft = new(member.Value);
        _entries[index] = _entries[index] with { Draft = draft };
        return draft;
    }

    public void Set(string name, JsonDraft value)
    {
        int index = IndexOf(name);
        if (index < 0)
        {
            (_newNames ??= new List<string>(1)).Add(name);
            if (Count == _entries.Length)
            {
                Array.Resize(ref _entries, Math.Max(2, Count * 2));
            }

            _entries[Count++] = new Entry(~(_newNames.Count - 1), value);
        }
        else
        {
            _entries[index] = _entries[index] with { Draft = value };
        }
    }

    public JsonDraft RemoveAt(int index)
    {
        DraftMember member = this[index];
        Count--;
        Array.Copy(_entries, index + 1, _entries, index, Count - index);
        return member.Draft ?? new JsonDraft(member.Value);
    }

    /// <summary>A member.</summary>
    /// <param name="Row">The row of its name as sent; of a new one, the complement of its place among the new names.</param>
    /// <param name="Draft">Its value where that is a draft, which a new one's always is.</param>
    private readonly record struct Entry(int Row, JsonDraft? Draft);
}
