using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>A place in a JSON document (RFC 6901).</summary>
/// <remarks>
/// Immutable and thread safe; equality is by tokens. A pointer is its last token and a link to its parent, so that
/// <see cref="Append(string)"/> is one small object whatever the length. No recursion.
/// </remarks>
public sealed class JsonPointer : IEquatable<JsonPointer>
{
    private string[]? _tokens;

    private JsonPointer(JsonPointer? parent, string token)
    {
        Parent = parent;
        Token = token;
        Depth = parent == null ? 0 : parent.Depth + 1;
    }

    /// <summary>The pointer to the whole document.</summary>
    public static JsonPointer Root { get; } = new(null, "");

    /// <summary>The pointer to the container of this place; <c>null</c> of <see cref="Root"/>.</summary>
    public JsonPointer? Parent { get; }

    /// <summary>The last token, unescaped; empty of <see cref="Root"/>.</summary>
    public string Token { get; }

    /// <summary>The number of tokens.</summary>
    public int Depth { get; }

    /// <summary>The tokens from the root on, unescaped. Cost: an array, at the first call.</summary>
    public IReadOnlyList<string> Tokens => TokenArray;

    internal string[] TokenArray => _tokens ??= Collect();

    /// <summary>The pointer that a text says.</summary>
    /// <exception cref="FormatException">It starts with anything but <c>/</c>, or has a <c>~</c> before anything but 0 and 1.</exception>
    public static JsonPointer Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        JsonPointer pointer = Root;
        foreach (string token in PointerText.Tokens(text))
        {
            pointer = new JsonPointer(pointer, token);
        }

        return pointer;
    }

    /// <summary>The pointer to a member of this place, or to an item by the text of its index, or with <c>-</c> behind the last.</summary>
    /// <param name="token">Unescaped.</param>
    public JsonPointer Append(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new JsonPointer(this, token);
    }

    /// <summary>The pointer to an item of this place.</summary>
    /// <param name="index">0 for the first.</param>
    public JsonPointer Append(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new JsonPointer(this, index.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The pointer that goes on from this place as <paramref name="rest"/> does from the root.</summary>
    public JsonPointer Append(JsonPointer rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return rest.TokenArray.Aggregate(this, (place, token) => place.Append(token));
    }

    /// <summary>The value at this place; missing when there is none. Nothing is at an index of <c>-</c>.</summary>
    /// <remarks>Cost: linear in the members and items on the way.</remarks>
    public JsonValue Find(JsonValue document) => ArrayIndex.Walk(document, Tokens, 0);

    /// <summary>True when <paramref name="other"/> is a place inside of this one.</summary>
    public bool IsAbove(JsonPointer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        JsonPointer? inner = other;
        while (inner.Depth > Depth)
        {
            inner = inner.Parent!;
        }

        return other.Depth > Depth && Equals(inner);
    }

    /// <inheritdoc />
    public bool Equals(JsonPointer? other)
    {
        if (other == null || other.Depth != Depth)
        {
            return false;
        }

        JsonPointer? ours = this;
        while (ours != null && !ReferenceEquals(ours, other))
        {
            if (ours.Token != other!.Token)
            {
                return false;
            }

            (ours, other) = (ours.Parent, other.Parent);
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as JsonPointer);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = new();
        for (JsonPointer? part = this; part != null; part = part.Parent)
        {
            hash.Add(part.Token);
        }

        return hash.ToHashCode();
    }

    /// <summary>The pointer as text: each token behind a <c>/</c>, with <c>~0</c> for <c>~</c> and <c>~1</c> for <c>/</c>.</summary>
    public override string ToString() => PointerText.Format(TokenArray);

    private string[] Collect()
    {
        string[] tokens = new string[Depth];
        JsonPointer part = this;
        for (int i = Depth - 1; i >= 0; i--)
        {
            tokens[i] = part.Token;
            part = part.Parent!;
        }

        return tokens;
    }
}
