using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>The members of an object that was taken apart, in their order. Look-ups are linear.</summary>
internal sealed class DraftMembers
{
    private readonly List<DraftMember> _members;

    public DraftMembers()
    {
        _members = [];
    }

    public DraftMembers(JsonValue source)
    {
        _members = new List<DraftMember>(source.Count + 1);
        JsonCursor cursor = new(source);
        while (cursor.MoveNext())
        {
            _members.Add(new DraftMember(cursor.NameValue));
        }
    }

    public int Count => _members.Count;

    public DraftMember this[int index] => _members[index];

    /// <summary>The place of the member of that name, or -1.</summary>
    public int IndexOf(string name)
    {
        int most = Encoding.UTF8.GetMaxByteCount(name.Length);
        Span<byte> buffer = most <= 512 ? stackalloc byte[512] : new byte[most];
        ReadOnlySpan<byte> utf8 = buffer[..Encoding.UTF8.GetBytes(name, buffer)];
        for (int i = 0; i < _members.Count; i++)
        {
            if (_members[i].IsNamed(name, utf8))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The value of the member at that place as a draft, which it is from now on.</summary>
    public JsonDraft Child(int index)
    {
        DraftMember member = _members[index];
        if (member.Draft is { } known)
        {
            return known;
        }

        JsonDraft draft = new(member.Value);
        _members[index] = member.With(draft);
        return draft;
    }

    public void Set(string name, JsonDraft value)
    {
        int index = IndexOf(name);
        if (index < 0)
        {
            _members.Add(new DraftMember(name, value));
        }
        else
        {
            _members[index] = _members[index].With(value);
        }
    }

    public JsonDraft RemoveAt(int index)
    {
        DraftMember member = _members[index];
        _members.RemoveAt(index);
        return member.Draft ?? new JsonDraft(member.Value);
    }
}
