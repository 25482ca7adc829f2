using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared;

namespace Webhooks.Tests.Fuzz;

/// <summary>Feeds the YAML reader with mutated documents and holds it to its promises.</summary>
internal static class YamlFuzz
{
    /// <summary>A 64 KB text's bound.</summary>
    public static readonly TimeSpan MostCpu = TimeSpan.FromSeconds(1);

    /// <summary>A 64 KB text's bound.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    private const int LongestText = 64 * 1024;

    private static readonly string[] Tokens =
    [
        "- ", "? ", ": ", ":", ",", "[", "]", "{", "}", "#", " #", "&a ", "*a", "*a ", "<<: ", "!", "!!str ", "!!int ", "!<a> ", "|", "|-\n", "|+2\n", ">", "'", "\"",
        "\\", "\\u0041", "%", "%TAG ! b\n", "%YAML 1.1\n", "@", "`", "---", "---\n", "--- ", "...\n", "\n", "\r\n", "\r", "\t", " ", "  ", "    ", "\ufeff", "\u0085",
        "\u2028", "\0", "\u0001", "\u007f", "\ud83d\ude00", "~", "null", "y", "0o7", "0x", "1_000", "1e400", ".inf", "2001-01-01", "a: b\n", "- a\n", "{a: b}", "[a, b]",
    ];

    /// <summary>Runs a number of texts that follow from a seed.</summary>
    /// <exception cref="YamlFuzzFinding">A text was answered by another exception, too slowly or with too much memory.</exception>
    public static void Run(int seed, int count)
    {
        byte[][] corpus = [.. Corpus()];
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            byte[] text = Mutate(random, corpus);
            Check(text, $"seed {seed}, text {i}");
        }
    }

    /// <summary>Reads one text, and checks what follows from reading it.</summary>
    public static void Check(byte[] text, string name)
    {
        try
        {
            ThreadCost cost = ThreadCost.BestOfThree(() => Read(text), MostCpu);
            if (cost.Cpu > MostCpu || cost.Bytes > MostBytes)
            {
                throw new YamlFuzzFinding($"{name} took {cost.Cpu.TotalMilliseconds:F0} ms and {cost.Bytes} bytes", text);
            }
        }
        catch (Exception e) when (e is not YamlFuzzFinding)
        {
            throw new YamlFuzzFinding($"{name}: {e}", text);
        }
    }

    private static void Read(byte[] text)
    {
        try
        {
            int next = 0;
            foreach (YamlSection section in YamlStream.Split(text))
            {
                if (section.Start != next || section.End < section.ContentStart || section.ContentStart < section.Start)
                {
                    throw new InvalidOperationException($"the section {section} leaves a gap behind {next}");
                }

                next = section.End;
                if (section.Form != YamlForm.Empty)
                {
                    YamlDocument document = YamlReader.Read(text, section);
                    document.PositionOf(document.Root);
                }
            }

            if (next != text.Length)
            {
                throw new InvalidOperationException($"the sections end at {next}");
            }
        }
        catch (YamlFormatException e) when (e.Line >= 1 && e.Column >= 1)
        {
            // Refused, which is an answer.
        }
    }

    private static byte[] Mutate(Random random, byte[][] corpus)
    {
        List<byte> text = [.. corpus[random.Next(corpus.Length)]];
        if (random.Next(4) == 0)
        {
            text.InsertRange(random.Next(text.Count + 1), Slice(random, corpus[random.Next(corpus.Length)], 2000));
        }

        for (int edits = random.Next(1, 8); edits > 0; edits--)
        {
            int at = random.Next(text.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < text.Count:
                    text[at] = (byte)random.Next(256);
                    break;
                case 1 when at < text.Count:
                    text.RemoveRange(at, random.Next(1, Math.Min(30, text.Count - at) + 1));
                    break;
                case 2:
                    text.InsertRange(at, Slice(random, [.. text], 100));
                    break;
                case 3:
                    byte[] token = Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]);
                    text.InsertRange(at, Enumerable.Repeat(token, random.Next(20) == 0 ? random.Next(1, 3000) : 1).SelectMany(one => one));
                    break;
                default:
                    text.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
            }
        }

        return [.. text.Take(LongestText)];
    }

    private static byte[] Slice(Random random, byte[] text, int most)
    {
        int start = random.Next(text.Length + 1);
        return text[start..random.Next(start, Math.Min(text.Length, start + most) + 1)];
    }

    private static IEnumerable<byte[]> Corpus()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("tests", "Webhooks.Tests", "Data", "manifests")).Order(StringComparer.Ordinal))
        {
            yield return File.ReadAllBytes(file);
        }

        foreach (string line in File.ReadLines(Repository.PathOf("tests", "Webhooks.Tests", "Data", "yaml", "documents.jsonl")))
        {
            yield return Encoding.UTF8.GetBytes(JsonTree.Parse(line).Root["yaml"].GetString());
        }

        foreach (string text in YamlHostile.Texts.Values)
        {
            yield return Encoding.UTF8.GetBytes(text)[..Math.Min(text.Length, 3000)];
        }
    }
}
