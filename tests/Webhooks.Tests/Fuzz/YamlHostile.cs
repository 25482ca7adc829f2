using System.Text;

namespace Webhooks.Tests.Fuzz;

/// <summary>Texts of at most 64 KB that are made to cost a reader much.</summary>
internal static class YamlHostile
{
    private const int Size = 64 * 1024;

    /// <summary>The texts, by what they try.</summary>
    public static Dictionary<string, string> Texts { get; } = new()
    {
        ["a directive up to the end of the scanner's buffer"] = string.Concat(Enumerable.Repeat("%--- ", 1024)),
        ["open sequences"] = Fill("["),
        ["open mappings"] = Fill("{"),
        ["open mappings with a key"] = Fill("{a: "),
        ["open sequences, a line each"] = Fill("[\n"),
        ["closed sequences"] = new string('[', 10_000) + new string(']', 10_000),
        ["shallow sequences side by side"] = Fill("[[[[]]]],", "[", "]"),
        ["deep sequences side by side"] = Fill(new string('[', 250) + new string(']', 250) + ",", "[", "]"),
        ["items behind deep sequences"] = new string('[', 250) + Fill("a,") + new string(']', 250),
        ["pairs behind deep sequences"] = new string('[', 250) + Fill("a: b,") + new string(']', 250),
        ["dashes"] = Fill("- "),
        ["question marks"] = Fill("? "),
        ["question marks, a line each"] = Fill("? a\n"),
        ["colons"] = Fill(": "),
        ["colons in a sequence"] = Fill(": ,", "[", "]"),
        ["nested block mappings"] = string.Concat(Enumerable.Range(0, 360).Select(i => new string(' ', i) + "a:\n")),
        ["nested block sequences"] = string.Concat(Enumerable.Range(0, 360).Select(i => new string(' ', i) + "-\n")),
        ["empty items"] = Fill("-\n"),
        ["empty members"] = Numbered(i => $"{i}:\n"),
        ["commas"] = Fill("a,", "[", "]"),
        ["anchors"] = Numbered(i => $"- &a{i} x\n"),
        ["anchors in a flow"] = Numbered(i => $"&a{i} x,", "[", "]"),
        ["aliases"] = "- &a x\n" + Fill("- *a\n"),
        ["aliases of a long text"] = "- &a " + new string('x', 20_000) + "\n" + Fill("- *a\n", size: 40_000),
        ["aliases of a long text in a flow"] = "[&a " + new string('x', 20_000) + Fill(",*a", size: 40_000) + "]",
        ["aliases of many items"] = "- &a [" + Fill("1,", size: 30_000) + "]\n" + Fill("- *a\n", size: 30_000),
        ["aliases of control characters"] = "- &a \"" + Fill("\\0", size: 30_000) + "\"\n" + Fill("- *a\n", size: 30_000),
        ["laughs"] = Laughs(9, i => $"[{string.Join(',', Enumerable.Repeat($"*a{i}", 9))}]"),
        ["laughs in mappings"] = Laughs(9, i => $"{{{string.Join(',', Enumerable.Range(0, 9).Select(n => $"b{n}: *a{i}"))}}}"),
        ["many laughs of two"] = Laughs(2000, i => $"[*a{i},*a{i}]"),
        ["laughs without a value"] = Laughs(9, i => $"[{string.Join(',', Enumerable.Repeat($"*a{i}", 9))}]", "[]"),
        ["a chain of aliases"] = Laughs(3000, i => $"[*a{i}]"),
        ["merges that double"] = Laughs(1500, i => $"{{<<: [*a{i},*a{i}]}}", "{k: v}"),
        ["merges of nothing that double"] = Laughs(1500, i => $"{{<<: [*a{i},*a{i}]}}", "{}"),
        ["merges of many"] = "a: &a {" + Numbered(i => $"k{i}: v,", size: 30_000) + "}\n" + Numbered(i => $"b{i}: {{<<: *a}}\n", size: 30_000),
        ["merges of many nothings"] = "- &a {}\n- &b {<<: [" + Fill("*a,", size: 30_000) + "]}\n" + Fill("- <<: *b\n", size: 30_000),
        ["duplicates merged"] = "- &a {" + Fill("k: v,", size: 30_000) + "}\n" + Fill("- <<: *a\n", size: 30_000),
        ["duplicates aliased"] = "- &a {" + Fill("k: v,", size: 30_000) + "}\n" + Fill("- *a\n", size: 30_000),
        ["duplicates"] = Fill("a: b\n"),
        ["duplicates with long paths"] =
            string.Concat(Enumerable.Range(0, 30).Select(i => new string(' ', i) + new string('a', 900) + ":\n")) + Fill(new string(' ', 30) + "b:\n", size: 30_000),
        ["duplicates in JSON"] = Fill("\"a\":1,", "{", "\"b\":1}"),
        ["JSON values"] = Fill("{\"a\":12345678901}"),
        ["too many JSON values"] = Fill("{}"),
        ["JSON values and an end"] = Fill("{}") + "{",
        ["open JSON strings"] = Fill("{\""),
        ["documents"] = Fill("---\n- {a: b, c: d}\n"),
        ["too many documents"] = Fill("---\na\n"),
        ["empty documents"] = Fill("---\n"),
        ["documents ended"] = Fill("...\n- &a {b: c}\n"),
        ["inline documents"] = Fill("--- {a: b, c: d}\n"),
        ["a long plain scalar"] = Fill("a"),
        ["a long plain scalar of words"] = Fill("a "),
        ["a long plain scalar of lines"] = Fill("a\n"),
        ["a long plain scalar of empty lines"] = "a" + Fill("\n") + "b",
        ["a long plain key"] = Fill("a") + ": b",
        ["long plain keys"] = Fill(new string('a', 1000) + ": b\n"),
        ["long quoted keys"] = Fill("\"" + new string('a', 1000) + "\": b\n"),
        ["a long quoted scalar"] = Fill("a", "\"", "\""),
        ["an open quoted scalar"] = Fill("a", "\""),
        ["quoted scalars"] = Fill("\"a\",", "[", "]"),
        ["escapes"] = Fill("\\x41", "\"", "\""),
        ["backslashes"] = Fill("\\\\", "\"", "\""),
        ["single quotes"] = Fill("''", "'", "'"),
        ["a long literal"] = Fill("  a\n", "|\n"),
        ["a literal of empty lines"] = Fill("\n", "|\n") + " a",
        ["a literal of growing lines"] = "|\n" + string.Concat(Enumerable.Range(1, 350).Select(i => new string(' ', i) + "\n")),
        ["a folded text"] = Fill("  a\n", ">\n"),
        ["literals"] = Fill("- |\n  a\n"),
        ["literals with far first lines"] = Fill("- |1\n" + new string(' ', 3000) + "\n"),
        ["comments"] = Fill("#\n"),
        ["a long comment"] = Fill("#"),
        ["blanks"] = Fill(" "),
        ["blanks before a key"] = Fill(" ") + "a: b",
        ["tabs"] = Fill("\t"),
        ["line breaks"] = Fill("\n"),
        ["carriage returns"] = Fill("\r"),
        ["line separators"] = Fill("\u2028", size: Size / 3),
        ["tags"] = Fill("!!str a,", "[", "]"),
        ["long tags"] = Fill("!" + new string('t', 1000) + " a\n- ", "- "),
        ["escaped tags"] = Fill("!%41 a,", "[", "]"),
        ["a long tag prefix"] = "%TAG ! tag:" + new string('x', 30_000) + "\n---\n" + Fill("- !a b\n", size: 30_000),
        ["a tag prefix of 250"] = "%TAG ! tag:" + new string('x', 240) + "\n---\n" + Fill("- !a b\n", size: 60_000),
        ["tag directives"] = Numbered(i => $"%TAG !a{i}! a\n") + "---\na",
        ["unknown directives"] = Fill("%A\n"),
        ["base64"] = Fill("AAAA", "!!binary \""),
        ["numbers"] = Fill("1_0,", "[", "]"),
        ["a long number"] = Fill("1"),
        ["long floats"] = Fill(new string('1', 700) + ".5e1\n- ", "- "),
        ["underscores"] = Fill("_", "1"),
        ["sexagesimal"] = Fill(":1", "1"),
        ["asterisks in words"] = Fill("a *b "),
        ["nulls as keys"] = Fill("? \n"),
        ["emoji"] = Fill("\ud83d\ude00", size: Size / 4),
    };

    private static string Fill(string unit, string before = "", string after = "", int size = Size) =>
        before + string.Concat(Enumerable.Repeat(unit, (size - before.Length - after.Length) / unit.Length)) + after;

    private static string Numbered(Func<int, string> unit, string before = "", string after = "", int size = Size)
    {
        StringBuilder text = new(before);
        for (int i = 0; text.Length < size - after.Length - 20; i++)
        {
            text.Append(unit(i));
        }

        return text.Append(after).ToString();
    }

    private static string Laughs(int levels, Func<int, string> level, string first = "lol") =>
        $"a0: &a0 {first}\n" + string.Concat(Enumerable.Range(0, levels).Select(i => $"a{i + 1}: &a{i + 1} {level(i)}\n"));
}
