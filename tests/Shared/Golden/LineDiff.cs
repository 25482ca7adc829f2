using System.Text;

namespace Webhooks.Shared.Golden;

/// <summary>Shows where two texts differ: the lines from the first that differ to the last, with three around them.</summary>
internal static class LineDiff
{
    private const int Context = 3;
    private const int MostLines = 40;

    /// <summary>Lines that start with <c>-</c> stand in the first text only, those with <c>+</c> in the second.</summary>
    public static string Of(string expected, string actual)
    {
        string[] left = Lines(expected);
        string[] right = Lines(actual);
        int shorter = Math.Min(left.Length, right.Length);
        int start = 0;
        while (start < shorter && left[start] == right[start])
        {
            start++;
        }

        int same = 0;
        while (same < shorter - start && left[^(same + 1)] == right[^(same + 1)])
        {
            same++;
        }

        StringBuilder text = new();
        text.Append("  line ").Append(start + 1).Append(":\n");
        Add(text, ' ', left[Math.Max(0, start - Context)..start]);
        Add(text, '-', left[start..^same]);
        Add(text, '+', right[start..^same]);
        Add(text, ' ', left[^same..].Take(Context));
        return text.ToString();
    }

    private static void Add(StringBuilder text, char mark, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        foreach (string line in all.Take(MostLines))
        {
            text.Append("  ").Append(mark).Append(' ').Append(line.Replace("\r", "\\r", StringComparison.Ordinal)).Append('\n');
        }

        if (all.Length > MostLines)
        {
            text.Append("  ").Append(mark).Append(" … and ").Append(all.Length - MostLines).Append(" more\n");
        }
    }

    /// <summary>A text without a line break at its end has no empty last line: the difference must show.</summary>
    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
