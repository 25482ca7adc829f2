using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Yaml;

/// <summary>Documents that are JSON: finds them in a stream, and reads one.</summary>
internal static class YamlJsonSection
{
    /// <summary>
    /// Takes a section apart whose content is one JSON object or array after the other, with blanks between. Not
    /// when any of them is not JSON: then it is YAML, or wrong.
    /// </summary>
    public static bool TrySplit(ReadOnlyMemory<byte> utf8, YamlSection section, YamlLimits limits, List<YamlSection> sections)
    {
        int first = sections.Count;
        int start = section.Start;
        int position = section.ContentStart;
        int line = section.Line;
        while (true)
        {
            int value = position + Blanks(utf8.Span[position..section.End]);
            if (value == section.End)
            {
                break;
            }

            if (JsonExtent.Of(utf8.Span[value..section.End]) is not (> 0 and int length) ||
                !IsJson(utf8.Slice(value, length), limits))
            {
                sections.RemoveRange(first, sections.Count - first);
                return false;
            }

            line += utf8.Span[position..value].Count((byte)'\n');
            sections.Add(new(start, value, value + length, line, YamlForm.Json) { TextStart = value, ContentEnd = value + length });
            line += utf8.Span.Slice(value, length).Count((byte)'\n');
            start = position = value + length;
        }

        if (sections.Count == first)
        {
            return false;
        }

        sections[^1] = sections[^1] with { End = section.End };
        return true;
    }

    /// <summary>Takes a stream apart that must be JSON.</summary>
    /// <exception cref="YamlFormatException">A value is not, or there are too many.</exception>
    public static IReadOnlyList<YamlSection> Split(ReadOnlyMemory<byte> utf8, YamlLimits limits)
    {
        List<YamlSection> sections = [];
        int position = utf8.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        int start = 0;
        int line = 1;
        while (position + Blanks(utf8.Span[position..]) is var value && value < utf8.Length)
        {
            line += utf8.Span[position..value].Count((byte)'\n');
            YamlSection section = new(start, value, utf8.Length, line, YamlForm.Json) { TextStart = value };
            int length = Measure(utf8, section, limits);
            if (sections.Count == limits.MaxDocuments)
            {
                throw new YamlFormatException($"more than {limits.MaxDocuments} documents", line, 1);
            }

            start = position = value + length;
            sections.Add(section with { End = position, ContentEnd = position });
            line += utf8.Span.Slice(value, length).Count((byte)'\n');
        }

        if (sections.Count > 0)
        {
            sections[^1] = sections[^1] with { End = utf8.Length };
        }

        return sections;
    }

    /// <summary>Reads a JSON document as the API server would: duplicates are reported, the last one wins.</summary>
    public static YamlDocument Read(ReadOnlyMemory<byte> utf8, YamlSection section, YamlLimits limits)
    {
        ReadOnlyMemory<byte> text = utf8[section.TextStart..section.ContentEnd];
        JsonTree tree;
        try
        {
            tree = JsonTree.Parse(text, Policy(limits));
        }
        catch (JsonFormatException e)
        {
            YamlPosition position = Position(utf8.Span, section, e.Offset);
            throw new YamlFormatException(e.Problem, position.Line, position.Column);
        }

        List<YamlDuplicate> duplicates = [];
        foreach (JsonValue name in tree.Duplicates.Take(YamlTape.MostDuplicates))
        {
            duplicates.Add(new(JsonRowPath.Of(tree, name.Row), Position(utf8.Span, section, name.Offset)));
        }

        return new(tree, duplicates, [.. Repairs(utf8, section, tree).Take(YamlTape.MostDuplicates)], value => Position(utf8.Span, section, value.Offset));
    }

    /// <summary>What the strict policy says of the strings that are not what their bytes say.</summary>
    private static IEnumerable<YamlRepair> Repairs(ReadOnlyMemory<byte> utf8, YamlSection section, JsonTree tree)
    {
        for (int row = 0; row < tree.RowCount && !tree.IsVerbatim; row++)
        {
            JsonRow one = tree.Rows[row];
            if (one.IsRewritten && Problem(utf8.Slice(section.TextStart + one.Start, one.Length)) is { } failure)
            {
                yield return new(JsonRowPath.Of(tree, row), failure.Problem, Position(utf8.Span, section, one.Start + failure.Offset));
            }
        }
    }

    private static JsonFormatException? Problem(ReadOnlyMemory<byte> text)
    {
        try
        {
            JsonTree.Parse(text).Dispose();
            return null;
        }
        catch (JsonFormatException failure)
        {
            return failure;
        }
    }

    private static int Measure(ReadOnlyMemory<byte> utf8, YamlSection section, YamlLimits limits)
    {
        try
        {
            using JsonTree tree = JsonTree.ParseFirst(utf8[section.TextStart..], Policy(limits));
            return tree.Consumed;
        }
        catch (JsonFormatException failure)
        {
            YamlPosition position = Position(utf8.Span, section, failure.Offset);
            throw new YamlFormatException(failure.Problem, position.Line, position.Column);
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> text, YamlLimits limits)
    {
        try
        {
            JsonTree.Parse(text, Policy(limits)).Dispose();
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    private static JsonPolicy Policy(YamlLimits limits) =>
        JsonPolicy.Server with { MaxDepth = limits.MaxDepth, MaxBytes = JsonPolicy.LargestText };

    private static int Blanks(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAnyExcept(" \t\r\n"u8);
        return end < 0 ? text.Length : end;
    }

    private static YamlPosition Position(ReadOnlySpan<byte> utf8, YamlSection section, int offset)
    {
        int at = section.TextStart + offset;
        int lineStart = utf8[..at].LastIndexOf((byte)'\n') + 1;
        ReadOnlySpan<byte> before = utf8[lineStart..at];
        before = before.StartsWith("\uFEFF"u8) ? before[3..] : before;
        return new(section.Line + utf8[section.TextStart..at].Count((byte)'\n'), Encoding.UTF8.GetCharCount(before) + 1);
    }
}
