using System.Text;
using Webhooks.Client.Watching;
using Xunit;

namespace Webhooks.Tests.Client.Watching;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("a\nbb\nccc\n", "a|bb|ccc")]
    [InlineData("a\n\n \r\nb\n", "a|b")]
    [InlineData("a\nb", "a")]
    [InlineData("", "")]
    [InlineData("12345678\n123456789\nx\n", "12345678||x")]
    [InlineData("1234567890123456789012345\nx\n", "|x")]
    [InlineData("1234567890123456789012345", "")]
    public async Task A_stream_is_cut_into_lines_however_it_comes(string text, string lines)
    {
        for (int size = 1; size <= text.Length + 1; size++)
        {
            ScriptedStream stream = new();
            Array.ForEach([.. Encoding.ASCII.GetBytes(text).Chunk(size)], stream.Push);
            stream.End();
            Assert.Equal(lines, string.Join('|', await AllOf(new LineReader(stream, longest: 8))));
        }
    }

    [Fact]
    public async Task Lines_of_any_length_up_to_the_longest_are_whole()
    {
        Random random = new(1);
        string[] lines = [.. Enumerable.Range(0, 200).Select(index => new string((char)('a' + (index % 26)), random.Next(1, 200_000)))];
        MemoryStream stream = new(Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n"));
        Assert.Equal(lines, await AllOf(new LineReader(stream)));
    }

    private static async Task<List<string>> AllOf(LineReader reader)
    {
        List<string> lines = [];
        do
        {
            while (Take(reader) is { } line)
            {
                lines.Add(line);
            }
        }
        while (await reader.FillAsync(default));
        return lines;
    }

    private static string? Take(LineReader reader) => reader.TryTake(out ReadOnlySpan<byte> line) ? Encoding.ASCII.GetString(line) : null;
}
