using System.Text;
using DiffPlex;
using DiffPlex.Model;
using Webhooks.Admission.Manifests;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Server.Injecting;

/// <summary>The unified diff of a document before and after, both as YAML without comments.</summary>
internal static class DocumentDiff
{
    private const int ContextLines = 3;
    private const string Reset = "\e[0m";

    public static string Of(DocumentOutcome outcome, JsonValue after, bool usesColor)
    {
        string[] before = Lines(outcome.Before);
        string[] changed = Lines(after);
        DiffResult diff = new Differ().CreateLineDiffs(string.Join('\n', before), string.Join('\n', changed), ignoreWhitespace: false);
        StringBuilder text = new();
        string title = $"{outcome.Document.File.Name}:{outcome.Document.Section.Line} {string.Join(", ", ManifestObjects.In(after).Select(one => one.Title).Take(3))}";
        Line(text, "--- ", title, usesColor ? "\e[1m" : "");
        Line(text, "+++ ", title, usesColor ? "\e[1m" : "");
        List<DiffBlock> blocks = [.. diff.DiffBlocks];
        for (int first = 0; first < blocks.Count;)
        {
            int last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * ContextLines)
            {
                last++;
            }

            Hunk(text, blocks[first..(last + 1)], before, changed, usesColor);
            first = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(StringBuilder text, List<DiffBlock> blocks, string[] before, string[] after, bool usesColor)
    {
        int start = Math.Max(0, blocks[0].DeleteStartA - ContextLines);
        int end = Math.Min(before.Length, blocks[^1].DeleteStartA + blocks[^1].DeleteCountA + ContextLines);
        int shift = blocks[0].InsertStartB - blocks[0].DeleteStartA;
        int grown = blocks.Sum(block => block.InsertCountB - block.DeleteCountA);
        Line(text, "", $"@@ -{Range(start, end - start)} +{Range(start + shift, end - start + grown)} @@", usesColor ? "\e[36m" : "");
        int position = start;
        foreach (DiffBlock block in blocks)
        {
            Lines(text, " ", before[position..block.DeleteStartA], "");
            Lines(text, "-", before[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)], usesColor ? "\e[31m" : "");
            Lines(text, "+", after[block.InsertStartB..(block.InsertStartB + block.InsertCountB)], usesColor ? "\e[32m" : "");
            position = block.DeleteStartA + block.DeleteCountA;
        }

        Lines(text, " ", before[position..end], "");
    }

    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    private static string[] Lines(JsonValue value) => YamlWriter.ToText(value).TrimEnd('\n').Split('\n');

    private static void Lines(StringBuilder text, string mark, string[] lines, string color)
    {
        foreach (string line in lines)
        {
            Line(text, mark, line, color);
        }
    }

    private static void Line(StringBuilder text, string mark, string line, string color) =>
        text.Append(color).Append(mark).Append(line).Append(color.Length > 0 ? Reset : "").Append('\n');
}
