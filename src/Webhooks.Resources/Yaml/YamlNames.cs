namespace Webhooks.Resources.Yaml;

/// <summary>Finds the names that stand twice in a mapping.</summary>
internal static class YamlNames
{
    private const int FewMembers = 8;

    /// <summary>Looks through a mapping that is complete; merged members don't count.</summary>
    /// <param name="tape">Where the mapping is, and where its duplicates are recorded.</param>
    /// <param name="mapping">Its node.</param>
    /// <param name="path">The mapping's path, wanted only for a duplicate.</param>
    public static void Check(YamlTape tape, int mapping, Func<FieldPath> path)
    {
        HashSet<string>? names = null;
        int end = tape[mapping].End;
        int members = 0;
        for (int key = mapping + 1; key < end; key = tape[tape[key].End].End)
        {
            if (tape[key].IsMerge)
            {
                continue;
            }

            string name = tape[key].Name!;
            if (++members == FewMembers)
            {
                names = Collect(tape, mapping, key);
            }

            if (names is null ? StandsBefore(tape, mapping, key, name) : !names.Add(name))
            {
                tape[mapping].NeedsMerging = true;
                if (tape.Duplicates.Count < YamlTape.MostDuplicates)
                {
                    tape.Duplicates.Add(new(path().Member(name).ToString(), tape[key].Position));
                }
            }
        }
    }

    private static HashSet<string> Collect(YamlTape tape, int mapping, int end)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int key = mapping + 1; key < end; key = tape[tape[key].End].End)
        {
            if (!tape[key].IsMerge)
            {
                names.Add(tape[key].Name!);
            }
        }

        return names;
    }

    private static bool StandsBefore(YamlTape tape, int mapping, int end, string name)
    {
        for (int key = mapping + 1; key < end; key = tape[tape[key].End].End)
        {
            if (!tape[key].IsMerge && tape[key].Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
