namespace Webhooks.Resources.Yaml;

/// <summary>
/// The members that a mapping has once its merge keys are carried out and the last of equal names has won. As
/// go-yaml v2 does it, a <c>&lt;&lt;</c> overrides what stands before it and is overridden by what stands behind; of a
/// list of mappings the earlier ones win.
/// </summary>
internal static class YamlMerging
{
    /// <summary>A member: the nodes of its name and of its value.</summary>
    public readonly record struct Member(int Key, int Value);

    /// <summary>Carries out a mapping's merges.</summary>
    /// <param name="tape">The document.</param>
    /// <param name="mapping">The mapping's node.</param>
    /// <param name="budget">Counts each member met and each mapping merged as an expanded node.</param>
    public static List<Member> Members(YamlTape tape, int mapping, YamlBudget budget)
    {
        List<Member> all = [];
        Stack<(int Next, int End)> pending = new();
        pending.Push((mapping + 1, tape[mapping].End));
        while (pending.TryPop(out (int Next, int End) run))
        {
            int key = run.Next;
            while (key < run.End)
            {
                int value = tape[key].End;
                budget.CountNode(tape[key].Position);
                if (tape[key].IsMerge)
                {
                    pending.Push((tape[value].End, run.End));
                    PushMerged(tape, value, pending, budget);
                    break;
                }

                all.Add(new(key, value));
                key = tape[value].End;
            }
        }

        return LastWins(tape, all);
    }

    private static void PushMerged(YamlTape tape, int value, Stack<(int Next, int End)> pending, YamlBudget budget)
    {
        YamlNode node = tape[value];
        if (node.Kind != YamlNodeKind.Sequence)
        {
            PushMapping(tape, value, pending, budget);
            return;
        }

        // The stack turns the order around: the last mapping of the list is carried out first.
        for (int item = value + 1; item < node.End; item = tape[item].End)
        {
            PushMapping(tape, item, pending, budget);
        }
    }

    private static void PushMapping(YamlTape tape, int node, Stack<(int Next, int End)> pending, YamlBudget budget)
    {
        int target = tape[node].Kind == YamlNodeKind.Alias ? tape[node].Target : node;
        if (tape[target].Kind != YamlNodeKind.Mapping)
        {
            YamlPosition position = tape[node].Position;
            throw new YamlFormatException("map merge requires map or sequence of maps as the value", position.Line, position.Column);
        }

        budget.CountNode(tape[node].Position);
        pending.Push((target + 1, tape[target].End));
    }

    private static List<Member> LastWins(YamlTape tape, List<Member> all)
    {
        Dictionary<string, int> last = new(StringComparer.Ordinal);
        for (int i = 0; i < all.Count; i++)
        {
            last[tape[all[i].Key].Name!] = i;
        }

        if (last.Count == all.Count)
        {
            return all;
        }

        List<Member> winners = new(last.Count);
        for (int i = 0; i < all.Count; i++)
        {
            if (last[tape[all[i].Key].Name!] == i)
            {
                winners.Add(all[i]);
            }
        }

        return winners;
    }
}
