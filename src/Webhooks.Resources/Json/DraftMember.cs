namespace Webhooks.Resources.Json;

/// <summary>A member of a draft: its name as sent or a string, its value as sent or a draft.</summary>
internal readonly struct DraftMember
{
    private readonly string? _name;
    private readonly JsonTree? _tree;
    private readonly int _row;

    /// <summary>A new member.</summary>
    public DraftMember(string name, JsonDraft draft)
    {
        _name = name;
        Draft = draft;
    }

    /// <summary>A member as sent, whose value follows its name.</summary>
    public DraftMember(JsonValue name)
    {
        // Decoded once here, and not again at each look-up.
        _name = name.TryGetPlainText(out _) ? null : name.GetString();
        _tree = name.Tree;
        _row = name.Row;
    }

    private DraftMember(in DraftMember before, JsonDraft draft)
    {
        this = before;
        Draft = draft;
    }

    /// <summary>The value, where it is a draft.</summary>
    public JsonDraft? Draft { get; }

    /// <summary>The value, where it is as sent; else missing.</summary>
    public JsonValue Value => Draft == null ? new JsonValue(_tree!, _row + 1) : default;

    public string Name => _name ?? new JsonValue(_tree!, _row).GetString();

    /// <summary>The same member with another value.</summary>
    public DraftMember With(JsonDraft draft) => new(this, draft);

    /// <summary>True for the member of that name, given in both forms.</summary>
    public bool IsNamed(string name, ReadOnlySpan<byte> utf8) =>
        _name != null ? _name == name : Plain().SequenceEqual(utf8);

    /// <summary>True when the name is the text of that string.</summary>
    public bool IsNamed(JsonValue name)
    {
        if (_name == null)
        {
            return name.TextEquals(Plain());
        }

        return name.TryGetPlainText(out ReadOnlySpan<byte> utf8)
            ? utf8.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(_name))
            : name.GetString() == _name;
    }

    public void WriteName(JsonWriter writer)
    {
        if (_name != null)
        {
            writer.WriteName(_name);
        }
        else
        {
            writer.WriteName(Plain());
        }
    }

    private ReadOnlySpan<byte> Plain()
    {
        ref readonly JsonRow row = ref _tree!.Rows[_row];
        return _tree.Text.Slice(row.Start + 1, row.Length - 2);
    }
}
