namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>Finds the lines that two texts share: the longest common run, then those on either side of it.</summary>
/// <remarks>
/// That is Ratcliff and Obershelp's way as <c>difflib</c> of Python and <c>go-difflib</c> have it, their rule for common lines
/// included: which lines a difference shows depends on it.
/// </remarks>
internal sealed class LineMatching
{
    /// <summary>From so many lines on, lines that are there too often start no run.</summary>
    private const int LongText = 200;

    private readonly string[] _before;
    private readonly string[] _after;
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    private LineMatching(string[] before, string[] after)
    {
        _before = before;
        _after = after;
        foreach ((int index, string line) in after.Index())
        {
            if (!_places.TryGetValue(line, out List<int>? places))
            {
                _places[line] = places = [];
            }

            places.Add(index);
        }

        if (after.Length >= LongText)
        {
            int most = (after.Length / 100) + 1;
            foreach (string line in _places.Where(place => place.Value.Count > most).Select(place => place.Key).ToArray())
            {
                _places.Remove(line);
            }
        }
    }

    /// <summary>The runs of lines that both have, in order; runs that touch in both are one.</summary>
    public static IReadOnlyList<LineMatch> Of(string[] before, string[] after)
    {
        LineMatching matching = new(before, after);
        List<LineMatch> found = [];
        Stack<(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd)> open = new([(0, before.Length, 0, after.Length)]);
        while (open.TryPop(out (int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd) range))
        {
            LineMatch match = matching.Longest(range.BeforeStart, range.BeforeEnd, range.AfterStart, range.AfterEnd);
            if (match.Count > 0)
            {
                found.Add(match);
                open.Push((range.BeforeStart, match.Before, range.AfterStart, match.After));
                open.Push((match.BeforeEnd, range.BeforeEnd, match.AfterEnd, range.AfterEnd));
            }
        }

        return Joined(found.OrderBy(match => match.Before));
    }

    private static List<LineMatch> Joined(IEnumerable<LineMatch> matches)
    {
        List<LineMatch> joined = [];
        foreach (LineMatch match in matches)
        {
            if (joined is [.., LineMatch last] && last.BeforeEnd == match.Before && last.AfterEnd == match.After)
            {
                joined[^1] = last with { Count = last.Count + match.Count };
            }
            else
            {
                joined.Add(match);
            }
        }

        return joined;
    }

    /// <summary>The longest run within those bounds; of equals the first, in the first text before the second.</summary>
    private LineMatch Longest(int beforeStart, int beforeEnd, int afterStart, int afterEnd)
    {
        LineMatch best = new(beforeStart, afterStart, 0);
        Dictionary<int, int> lengths = [];
        for (int before = beforeStart; before < beforeEnd; before++)
        {
            Dictionary<int, int> next = [];
            foreach (int after in _places.GetValueOrDefault(_before[before], []))
            {
                if (after >= afterEnd)
                {
                    break;
                }

                if (after >= afterStart)
                {
                    int length = lengths.GetValueOrDefault(after - 1) + 1;
                    next[after] = length;
                    if (length > best.Count)
                    {
                        best = new(before - length + 1, after - length + 1, length);
                    }
                }
            }

            lengths = next;
        }

        // Lines that start no run still extend one.
        while (best.Before > beforeStart && best.After > afterStart && _before[best.Before - 1] == _after[best.After - 1])
        {
            best = new(best.Before - 1, best.After - 1, best.Count + 1);
        }

        while (best.BeforeEnd < beforeEnd && best.AfterEnd < afterEnd && _before[best.BeforeEnd] == _after[best.AfterEnd])
        {
            best = best with { Count = best.Count + 1 };
        }

        return best;
    }
}
