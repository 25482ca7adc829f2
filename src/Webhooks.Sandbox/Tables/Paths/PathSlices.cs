using System.Globalization;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>Reads what stands in the brackets of <c>[0]</c>, <c>[-1]</c>, <c>[1:3]</c>, <c>[::2]</c>.</summary>
internal static class PathSlices
{
    /// <summary>The slice; null for no such text.</summary>
    public static PathNode.Slice? Parse(string text)
    {
        string[] bounds = text.Split(':');
        if (bounds.Length > 3 || !bounds.All(IsBound))
        {
            return null;
        }

        int?[] numbers = [.. bounds.Select(ReadBound)];
        if (bounds.Length == 1)
        {
            int start = numbers[0] ?? 0;
            return new PathNode.Slice(numbers[0], start + 1, null, IsOne: true);
        }

        return new PathNode.Slice(numbers[0], numbers[1], bounds.Length == 3 ? numbers[2] : null, IsOne: false);
    }

    private static bool IsBound(string text)
    {
        ReadOnlySpan<char> digits = text is ['-', ..] ? text.AsSpan(1) : text;
        return digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static int? ReadBound(string text) => text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
        : throw new FormatException($"array index {text} is not a number");
}
