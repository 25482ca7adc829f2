using System.Globalization;
using System.Text;

namespace Webhooks.Sandbox.Decoding;

/// <summary>The way from an object's root to where its reading is: <c>spec.containers[1].name</c>.</summary>
internal sealed class MemberPath
{
    private readonly StringBuilder _text = new();

    /// <summary>How long it is, to come <see cref="Back"/> to.</summary>
    public int Length => _text.Length;

    /// <summary>Goes to a member.</summary>
    /// <returns>The length before.</returns>
    public int Into(string member)
    {
        int before = _text.Length;
        _text.Append(before == 0 ? "" : ".").Append(member);
        return before;
    }

    /// <summary>Goes to an item.</summary>
    /// <returns>The length before.</returns>
    public int Into(int index)
    {
        int before = _text.Length;
        _text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
        return before;
    }

    /// <summary>Goes back to where the path had that length.</summary>
    public void Back(int length) => _text.Length = length;

    /// <summary>The path of a member of where it is.</summary>
    public string Member(string name) => _text.Length == 0 ? name : $"{_text}.{name}";
}
