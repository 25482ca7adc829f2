using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>Reads an item's path step by step: names of members, and keys in brackets. No allocation.</summary>
internal ref struct ItemSteps(ReadOnlySpan<char> path)
{
    private ReadOnlySpan<char> _rest = path;
    private bool _isFirst = true;

    /// <summary>The name, or the key without its brackets.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>True when the step is a key.</summary>
    public bool IsKey { get; private set; }

    /// <summary>True when no step follows.</summary>
    public readonly bool IsLast => _rest.IsEmpty;

    /// <summary>Reads the next step.</summary>
    /// <returns>False at the end, and where the path can't be read on.</returns>
    public bool MoveNext()
    {
        bool isFirst = _isFirst;
        _isFirst = false;
        return _rest switch
        {
            [] => false,
            ['[', ..] => !isFirst && ReadKey(),
            ['.', ..] => !isFirst && ReadName(_rest[1..]),
            _ => isFirst && ReadName(_rest),
        };
    }

    /// <summary>The text of a key that is a JSON string; a plain one is its own text.</summary>
    /// <returns>False for a key in quotes that is no JSON string.</returns>
    public static bool TryReadKey(ReadOnlySpan<char> key, out string? quoted)
    {
        quoted = null;
        if (key is not ['"', ..])
        {
            return true;
        }

        try
        {
            quoted = JsonTree.Parse(key.ToString()).Root.AsString();
            return quoted != null;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    private bool ReadName(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny('.', '[');
        Text = end < 0 ? text : text[..end];
        _rest = end < 0 ? default : text[end..];
        IsKey = false;
        return !Text.IsEmpty;
    }

    /// <summary>Strings in a key may hold brackets, and the canonical JSON of an item lists.</summary>
    private bool ReadKey()
    {
        bool isQuoted = false;
        int depth = 0;
        for (int i = 0; i < _rest.Length; i++)
        {
            if (isQuoted && _rest[i] == '\\')
            {
                i++;
            }
            else if (_rest[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && _rest[i] == '[')
            {
                depth++;
            }
            else if (!isQuoted && _rest[i] == ']' && --depth == 0)
            {
                Text = _rest[1..i];
                _rest = _rest[(i + 1)..];
                IsKey = true;
                return true;
            }
        }

        return false;
    }
}
