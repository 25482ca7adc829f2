namespace Webhooks.Resources.Literals;

/// <summary>Strings in the order of their UTF-8 bytes, which is Go's: surrogate pairs stand behind all other characters.</summary>
public sealed class Utf8Order : IComparer<string>
{
    private Utf8Order()
    {
    }

    /// <summary>The only one.</summary>
    public static Utf8Order Comparer { get; } = new();

    /// <inheritdoc />
    public int Compare(string? left, string? right)
    {
        int length = Math.Min(left!.Length, right!.Length);
        for (int i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                bool isPair = char.IsSurrogate(left[i]);
                return isPair == char.IsSurrogate(right[i]) ? left[i].CompareTo(right[i]) : isPair ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
