namespace Webhooks.Schemas.Values;

/// <summary>The order of Go's strings: by bytes of UTF-8, which is by code points. UTF-16 differs above the surrogates.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    private const char FirstSurrogate = '\uD800';

    private CodePointOrder()
    {
    }

    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        int same = left.CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length.CompareTo(right.Length)
            : Weight(left[same]).CompareTo(Weight(right[same]));
    }

    /// <summary>Puts surrogates, which stand for code points above U+FFFF, behind all others.</summary>
    private static int Weight(char unit) => unit >= FirstSurrogate && char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
