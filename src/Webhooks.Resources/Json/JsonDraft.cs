namespace Webhooks.Resources.Json;

/// <summary>
/// A working copy of a JSON value that can be changed, over an immutable source: only the containers on the way to
/// a change are taken apart, everything else stays the bytes that were sent.
/// </summary>
/// <remarks>
/// Not thread safe. Changing a draft never changes its source. Reading does not allocate, except that stepping into
/// a child to change it takes its container apart: about 50 bytes per member, once.
/// </remarks>
public sealed class JsonDraft
{
    private JsonValue _source;
    private List<Member>? _members;
    private List<JsonDraft>? _items;

    /// <summary>A draft that equals <paramref name="source"/>.</summary>
    public JsonDraft(JsonValue source)
    {
        if (source.IsMissing)
        {
            throw new ArgumentException("a missing value has no draft", nameof(source));
        }

        _source = source;
    }

    private JsonDraft(List<Member>? members, List<JsonDraft>? items)
    {
        _members = members;
        _items = items;
    }

    /// <summary>What it is.</summary>
    public JsonKind Kind => _members != null ? JsonKind.Object : _items != null ? JsonKind.Array : _source.Kind;

    /// <summary>Of an object its members, of an array its items, else 0.</summary>
    public int Count => _members?.Count ?? _items?.Count ?? _source.Count;

    /// <summary>The value it still is, where nothing was taken apart; else missing.</summary>
    public JsonValue Source => _source;

    /// <summary>The items of an array, each to be changed in place.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public IReadOnlyList<JsonDraft> Items => ItemList();

    /// <summary>A new <c>{}</c>, to be filled.</summary>
    public static JsonDraft EmptyObject() => new([], null);

    /// <summary>A new <c>[]</c>, to be filled.</summary>
    public static JsonDraft EmptyArray() => new(null, []);

    /// <summary>The member of that name, to be changed in place; <c>null</c> when there is none or this is no object.</summary>
    public JsonDraft? Find(string name)
    {
        if (Kind != JsonKind.Object)
        {
            return null;
        }

        List<Member> members = MemberList();
        int index = IndexOf(members, name);
        return index < 0 ? null : Child(members, index);
    }

    /// <summary>The value of the member of that name where it is still the source's; else, changed or absent, missing.</summary>
    public JsonValue FindSource(string name)
    {
        if (_members == null)
        {
            return _source[name];
        }

        int index = IndexOf(_members, name);
        return index < 0 ? default : _members[index].Draft?._source ?? _members[index].Value;
    }

    /// <summary>Sets a member: in the place of the one of that name, else behind the last.</summary>
    /// <exception cref="InvalidOperationException">This is no object.</exception>
    public void Set(string name, JsonDraft value)
    {
        List<Member> members = MemberList();
        int index = IndexOf(members, name);
        if (index < 0)
        {
            members.Add(new Member(name, default, default, value));
        }
        else
        {
            members[index] = members[index] with { Value = default, Draft = value };
        }
    }

    /// <summary>Takes a member out.</summary>
    /// <returns>The member taken out; <c>null</c> when there was none.</returns>
    /// <exception cref="InvalidOperationException">This is no object.</exception>
    public JsonDraft? Remove(string name)
    {
        List<Member> members = MemberList();
        int index = IndexOf(members, name);
        if (index < 0)
        {
            return null;
        }

        JsonDraft removed = Child(members, index);
        members.RemoveAt(index);
        return removed;
    }

    /// <summary>Inserts an item before the one at <paramref name="index"/>; at <see cref="Count"/>, behind the last.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public void Insert(int index, JsonDraft item) => ItemList().Insert(index, item);

    /// <summary>Puts an item in the place of another.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public void SetItem(int index, JsonDraft item) => ItemList()[index] = item;

    /// <summary>Takes an item out.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public JsonDraft RemoveItem(int index)
    {
        List<JsonDraft> items = ItemList();
        JsonDraft removed = items[index];
        items.RemoveAt(index);
        return removed;
    }

    /// <summary>Writes the draft. No recursion.</summary>
    public void Write(JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Stack<(JsonDraft Draft, int Next)> open = new();
        JsonDraft? draft = this;
        while (true)
        {
            if (draft != null)
            {
                Start(draft, writer, open);
                draft = null;
            }

            if (!open.TryPop(out (JsonDraft Draft, int Next) top))
            {
                return;
            }

            if (top.Draft._members is { } members)
            {
                if (top.Next == members.Count)
                {
                    writer.EndObject();
                    continue;
                }

                Member member = members[top.Next];
                member.WriteName(writer);
                if (member.Draft == null)
                {
                    writer.WriteValue(member.Value);
                }

                draft = member.Draft;
            }
            else if (top.Next == top.Draft._items!.Count)
            {
                writer.EndArray();
                continue;
            }
            else
            {
                draft = top.Draft._items[top.Next];
            }

            open.Push((top.Draft, top.Next + 1));
        }
    }

    /// <summary>The draft as it is now, as a document of its own that later changes do not touch.</summary>
    /// <param name="policy">Bounds for the result. Default: <see cref="JsonPolicy.Strict"/>.</param>
    /// <exception cref="JsonFormatException">The result is larger or deeper than the policy allows.</exception>
    public JsonValue Freeze(JsonPolicy? policy = null)
    {
        if (!_source.IsMissing)
        {
            return _source;
        }

        using PooledBuffer buffer = new();
        Write(new JsonWriter(buffer));
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), policy).Root;
    }

    private static void Start(JsonDraft draft, JsonWriter writer, Stack<(JsonDraft Draft, int Next)> open)
    {
        if (!draft._source.IsMissing)
        {
            writer.WriteValue(draft._source);
            return;
        }

        if (draft._members != null)
        {
            writer.StartObject();
        }
        else
        {
            writer.StartArray();
        }

        open.Push((draft, 0));
    }

    private static int IndexOf(List<Member> members, string name)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].IsNamed(name))
            {
                return i;
            }
        }

        return -1;
    }

    private static JsonDraft Child(List<Member> members, int index)
    {
        Member member = members[index];
        if (member.Draft is { } known)
        {
            return known;
        }

        JsonDraft draft = new(member.Value);
        members[index] = member with { Value = default, Draft = draft };
        return draft;
    }

    private List<Member> MemberList()
    {
        if (_members == null)
        {
            JsonValue source = Kind == JsonKind.Object ? _source : throw new InvalidOperationException($"{Kind} has no members");
            List<Member> members = new(source.Count + 1);
            JsonCursor cursor = new(source);
            while (cursor.MoveNext())
            {
                members.Add(new Member(null, cursor.NameValue, cursor.Value, null));
            }

            _members = members;
            _source = default;
        }

        return _members;
    }

    private List<JsonDraft> ItemList()
    {
        if (_items == null)
        {
            JsonValue source = Kind == JsonKind.Array ? _source : throw new InvalidOperationException($"{Kind} has no items");
            List<JsonDraft> items = new(source.Count + 1);
            JsonCursor cursor = new(source);
            while (cursor.MoveNext())
            {
                items.Add(new JsonDraft(cursor.Value));
            }

            _items = items;
            _source = default;
        }

        return _items;
    }

    /// <summary>A member: its name either a string or as sent, its value either as sent or a draft.</summary>
    private readonly record struct Member(string? Text, JsonValue Name, JsonValue Value, JsonDraft? Draft)
    {
        public bool IsNamed(string name)
        {
            if (Text != null)
            {
                return Text == name;
            }

            if (!Name.TryGetPlainText(out ReadOnlySpan<byte> plain))
            {
                return Name.GetString() == name;
            }

            return plain.Length >= name.Length && System.Text.Encoding.UTF8.GetByteCount(name) == plain.Length
                && MatchesUtf8(plain, name);
        }

        public void WriteName(JsonWriter writer)
        {
            if (Text != null)
            {
                writer.WriteName(Text);
            }
            else if (Name.TryGetPlainText(out ReadOnlySpan<byte> plain))
            {
                writer.WriteName(plain);
            }
            else
            {
                writer.WriteName(Name.GetString());
            }
        }

        private static bool MatchesUtf8(ReadOnlySpan<byte> utf8, string name)
        {
            foreach (System.Text.Rune rune in name.EnumerateRunes())
            {
                if (System.Text.Rune.DecodeFromUtf8(utf8, out System.Text.Rune other, out int consumed) != System.Buffers.OperationStatus.Done
                    || other != rune)
                {
                    return false;
                }

                utf8 = utf8[consumed..];
            }

            return utf8.IsEmpty;
        }
    }
}
