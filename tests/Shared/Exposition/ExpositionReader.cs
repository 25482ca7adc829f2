using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Webhooks.Shared.Exposition;

/// <summary>Reads an exposition as strictly as its grammar is: every line is a comment that is known, or a sample of the family above it.</summary>
internal static partial class ExpositionReader
{
    /// <summary>Reads the text format 0.0.4, or OpenMetrics 1.0.0.</summary>
    /// <exception cref="FormatException">A line that a scraper would not read.</exception>
    public static IReadOnlyList<ExposedFamily> Read(string text, bool isOpenMetrics)
    {
        if (!text.EndsWith('\n') && text.Length > 0)
        {
            throw new FormatException("the last line has no end");
        }

        string[] lines = text.Split('\n')[..^1];
        if (isOpenMetrics)
        {
            if (lines is not [.., "# EOF"])
            {
                throw new FormatException("no # EOF at the end");
            }

            lines = lines[..^1];
        }

        List<ExposedFamily> families = [];
        foreach (string line in lines)
        {
            if (line.StartsWith('#'))
            {
                ReadComment(line, families, isOpenMetrics);
            }
            else
            {
                ExposedSample sample = ReadSample(line);
                if (families.Count == 0 || !families[^1].Owns(sample.Name, isOpenMetrics))
                {
                    throw new FormatException($"no sample of the metric above: {line}");
                }

                families[^1].Samples.Add(sample);
            }
        }

        return families;
    }

    private static void ReadComment(string line, List<ExposedFamily> families, bool isOpenMetrics)
    {
        Match comment = Comment().Match(line);
        if (!comment.Success)
        {
            throw new FormatException($"no comment of a known form: {line}");
        }

        string name = comment.Groups["name"].Value;
        if (families.Count == 0 || families[^1].Name != name)
        {
            families.Add(new ExposedFamily(name));
        }

        ExposedFamily family = families[^1];
        string value = comment.Groups["value"].Value;
        switch (comment.Groups["word"].Value)
        {
            case "HELP" when family.Help == null:
                family.Help = Unescape(value, escapesQuotes: isOpenMetrics);
                break;
            case "TYPE" when family.Type == null && family.Samples.Count == 0:
                family.Type = value;
                break;
            case "UNIT" when family.Unit == null && isOpenMetrics:
                family.Unit = value;
                break;
            default:
                throw new FormatException($"not here: {line}");
        }
    }

    private static ExposedSample ReadSample(string line)
    {
        Match sample = Sample().Match(line);
        if (!sample.Success)
        {
            throw new FormatException($"no sample: {line}");
        }

        List<KeyValuePair<string, string>> labels = [];
        for (int index = 0; index < sample.Groups["label"].Captures.Count; index++)
        {
            labels.Add(new(sample.Groups["label"].Captures[index].Value, Unescape(sample.Groups["text"].Captures[index].Value, escapesQuotes: true)));
        }

        return new ExposedSample(sample.Groups["name"].Value, labels, Number(sample.Groups["number"].Value));
    }

    private static double Number(string text) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static string Unescape(string text, bool escapesQuotes)
    {
        StringBuilder plain = new();
        for (int index = 0; index < text.Length; index++)
        {
            plain.Append((text[index], index + 1 < text.Length ? text[index + 1] : '\0') switch
            {
                ('\\', 'n') => '\n',
                ('\\', '\\') => '\\',
                ('\\', '"') when escapesQuotes => '"',
                ('\\', _) => throw new FormatException($"no escape: {text}"),
                var (next, _) => next,
            });
            index += text[index] == '\\' ? 1 : 0;
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"^# (?<word>HELP|TYPE|UNIT) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<value>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // RegexOptions.Singleline: a carriage return is a character as any other.
    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<text>([^"\\]|\\.)*)",?)+\})? (?<number>NaN|[+-]Inf|-?[0-9]+(\.[0-9]+)?(E[+-][0-9]+)?)\z""",
        RegexOptions.Singleline)]
    private static partial Regex Sample();
}
