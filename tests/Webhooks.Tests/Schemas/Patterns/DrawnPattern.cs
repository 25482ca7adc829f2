namespace Webhooks.Tests.Schemas.Patterns;

/// <summary>An expression that knows by itself what it matches: slowly, and by other means than the engine.</summary>
/// <param name="Text">How it is written.</param>
internal abstract record DrawnPattern(string Text)
{
    /// <summary>Where matches end that begin at one of some places.</summary>
    public abstract HashSet<int> Ends(int[] text, HashSet<int> starts);

    public bool IsMatch(int[] text) => Ends(text, [.. Enumerable.Range(0, text.Length + 1)]).Count > 0;
}

/// <summary>One character.</summary>
internal sealed record DrawnCharacter(string Text, Func<int, bool> Takes) : DrawnPattern(Text)
{
    public override HashSet<int> Ends(int[] text, HashSet<int> starts) =>
        [.. starts.Where(start => start < text.Length && Takes(text[start])).Select(start => start + 1)];
}

/// <summary>A place between characters.</summary>
internal sealed record DrawnPlace(string Text, Func<int[], int, bool> Holds) : DrawnPattern(Text)
{
    public override HashSet<int> Ends(int[] text, HashSet<int> starts) => [.. starts.Where(start => Holds(text, start))];
}

/// <summary>One after the other.</summary>
internal sealed record DrawnSequence(IReadOnlyList<DrawnPattern> Parts) : DrawnPattern(string.Concat(Parts.Select(part => part.Text)))
{
    public override HashSet<int> Ends(int[] text, HashSet<int> starts) => Parts.Aggregate(starts, (ends, part) => part.Ends(text, ends));
}

/// <summary>A group: one of several.</summary>
internal sealed record DrawnChoice(string Open, IReadOnlyList<DrawnPattern> Choices) : DrawnPattern($"{Open}{string.Join('|', Choices.Select(choice => choice.Text))})")
{
    public override HashSet<int> Ends(int[] text, HashSet<int> starts) => [.. Choices.SelectMany(choice => choice.Ends(text, starts))];
}

/// <summary>So many times.</summary>
/// <param name="Inside">A character or a group.</param>
/// <param name="Least">The least number.</param>
/// <param name="Most">-1 for any.</param>
/// <param name="Sign">How it is written.</param>
internal sealed record DrawnRepeat(DrawnPattern Inside, int Least, int Most, string Sign) : DrawnPattern(Inside.Text + Sign)
{
    public override HashSet<int> Ends(int[] text, HashSet<int> starts)
    {
        HashSet<int> ends = starts;
        for (int i = 0; i < Least; i++)
        {
            ends = Inside.Ends(text, ends);
        }

        HashSet<int> all = [.. ends];
        for (int i = Least; i != Most && ends.Count > 0; i++)
        {
            // What was reached before is reached by fewer.
            ends = [.. Inside.Ends(text, ends).Where(all.Add)];
        }

        return all;
    }
}
