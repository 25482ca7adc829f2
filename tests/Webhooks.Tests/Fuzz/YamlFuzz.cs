using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared;
using Webhooks.Tests.Yaml;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz;

public class YamlFuzz(ITestOutputHelper output)
{
    internal static readonly string[] Tokens =
    [
        "- ", "? ", ": ", ":", ",", "[", "]", "{", "}", "#", " #", "&a ", "*a", "*a ", "<<: ", "!", "!!str ", "!!int ", "!<a> ", "|", "|-\n", "|+2\n", ">", "'", "\"",
        "\\", "\\u0041", "%", "%TAG ! b\n", "%YAML 1.1\n", "@", "`", "---", "---\n", "--- ", "...\n", "\n", "\r\n", "\r", "\t", " ", "  ", "    ", "\ufeff", "\u0085",
        "\u2028", "\0", "\u0001", "\u007f", "\ud83d\ude00", "~", "null", "y", "0o7", "0x", "1_000", "1e400", ".inf", "2001-01-01", "a: b\n", "- a\n", "{a: b}", "[a, b]",
    ];

    private const int ShortText = 8 * 1024;

    [Fact]
    public void The_reader_stands_up_to_damaged_documents() =>
        new FuzzRun(Read, typeof(YamlFormatException)).Damaged([.. Corpus()], Tokens, 20_000, output);

    [Fact]
    public void The_reader_stands_up_to_hostile_documents()
    {
        FuzzRun run = new(Read, typeof(YamlFormatException));
        foreach ((string name, string text) in YamlHostile.Texts)
        {
            byte[] input = Encoding.UTF8.GetBytes(text);
            Assert.InRange(input.Length, 1, 70_000);
            run.Once(input, name);
        }
    }

    /// <summary>Reads a stream, whose sections must cover it; what was read, if it is short, must be what is written and read again.</summary>
    private static void Read(byte[] text)
    {
        int next = 0;
        foreach (YamlSection section in YamlStream.Split(text))
        {
            Assert.Equal(next, section.Start);
            Assert.InRange(section.ContentStart, section.Start, section.End);
            next = section.End;
            if (section.Form == YamlForm.Empty)
            {
                continue;
            }

            YamlDocument document = YamlReader.Read(text, section);
            Assert.True(document.PositionOf(document.Root).Line >= section.Line);
            if (section.Form == YamlForm.Yaml && Math.Max(text.Length, document.Root.RawText.Length) <= ShortText)
            {
                Assert.True(JsonEquality.AreEqual(document.Root, Again(document.Root)));
            }
        }

        Assert.Equal(text.Length, next);
    }

    private static JsonValue Again(JsonValue value)
    {
        string yaml = YamlWriter.ToText(value);
        try
        {
            return Reading.Document(yaml).Root;
        }
        catch (YamlFormatException problem)
        {
            throw new InvalidOperationException($"what was written can't be read: {problem.Message}\n{yaml}");
        }
    }

    private static IEnumerable<byte[]> Corpus()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("tests", "Webhooks.Tests", "Data", "manifests")).Order(StringComparer.Ordinal))
        {
            yield return File.ReadAllBytes(file);
        }

        foreach (JsonValue row in Table.Lines("documents.jsonl"))
        {
            yield return Encoding.UTF8.GetBytes(row["yaml"].GetString());
        }

        foreach (string text in YamlHostile.Texts.Values)
        {
            yield return Encoding.UTF8.GetBytes(text).AsSpan(0, Math.Min(text.Length, 3000)).ToArray();
        }
    }
}
