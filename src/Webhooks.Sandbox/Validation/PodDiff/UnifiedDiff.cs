using System.Globalization;
using System.Text;

namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>Shows how two texts differ: <c>@@ -36,7 +36,7 @@</c> and lines with a space, minus or plus before them.</summary>
internal static class UnifiedDiff
{
    /// <summary>How many lines are shown before and after what differs.</summary>
    private const int Context = 3;

    /// <summary>The difference, without names of files; empty where there is none.</summary>
    /// <param name="before">The lines of the first text, each with its line feed.</param>
    /// <param name="after">The lines of the second.</param>
    public static string Of(string[] before, string[] after)
    {
        StringBuilder text = new();
        foreach (List<LineChange> hunk in Hunks(before, after))
        {
            int lead = Math.Min(Context, Math.Min(hunk[0].BeforeStart, hunk[0].AfterStart));
            int beforeStart = hunk[0].BeforeStart - lead;
            int afterStart = hunk[0].AfterStart - lead;
            int tail = Math.Min(Context, before.Length - hunk[^1].BeforeEnd);
            text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(beforeStart, hunk[^1].BeforeEnd + tail)} +{Range(afterStart, hunk[^1].AfterEnd + tail)} @@\n");
            int next = beforeStart;
            foreach (LineChange change in hunk)
            {
                Lines(text, ' ', before[next..change.BeforeStart]);
                Lines(text, '-', before[change.BeforeStart..change.BeforeEnd]);
                Lines(text, '+', after[change.AfterStart..change.AfterEnd]);
                next = change.BeforeEnd;
            }

            Lines(text, ' ', before[next..(next + tail)]);
        }

        return text.ToString();
    }

    /// <summary>Changes with no more than twice the context between them share a hunk.</summary>
    private static List<List<LineChange>> Hunks(string[] before, string[] after)
    {
        List<List<LineChange>> hunks = [];
        int beforeEnd = 0;
        int afterEnd = 0;
        foreach (LineMatch match in LineMatching.Of(before, after).Append(new LineMatch(before.Length, after.Length, 0)))
        {
            if (match.Before > beforeEnd || match.After > afterEnd)
            {
                LineChange change = new(beforeEnd, match.Before, afterEnd, match.After);
                if (hunks.Count == 0 || change.BeforeStart - hunks[^1][^1].BeforeEnd > 2 * Context)
                {
                    hunks.Add([]);
                }

                hunks[^1].Add(change);
            }

            beforeEnd = match.BeforeEnd;
            afterEnd = match.AfterEnd;
        }

        return hunks;
    }

    private static string Range(int start, int end) => (end - start) switch
    {
        1 => (start + 1).ToString(CultureInfo.InvariantCulture),
        0 => $"{start},0",
        int count => $"{start + 1},{count}",
    };

    private static void Lines(StringBuilder text, char sign, string[] lines)
    {
        foreach (string line in lines)
        {
            text.Append(sign).Append(line);
        }
    }

    private readonly record struct LineChange(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd);
}
