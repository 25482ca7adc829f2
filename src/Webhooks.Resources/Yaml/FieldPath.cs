using System.Buffers;
using System.Globalization;
using System.Text;

namespace Webhooks.Resources.Yaml;

/// <summary>Builds a path as Kubernetes writes it: members joined by dots, items and unusual names in brackets.</summary>
internal sealed class FieldPath
{
    private const int LongestName = 128;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly StringBuilder _text = new();

    /// <summary>Goes on to a member; a name beyond 128 characters is shortened.</summary>
    public FieldPath Member(string name)
    {
        if (name.Length > LongestName)
        {
            name = string.Concat(name.AsSpan(0, LongestName), "…");
        }

        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Plain))
        {
            _text.Append('[').Append(name).Append(']');
        }
        else
        {
            _text.Append(_text.Length > 0 ? "." : "").Append(name);
        }

        return this;
    }

    /// <summary>Goes on to an item.</summary>
    public FieldPath Item(int index)
    {
        _text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
        return this;
    }

    public override string ToString() => _text.ToString();
}
