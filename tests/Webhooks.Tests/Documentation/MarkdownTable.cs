using Webhooks.Shared;

namespace Webhooks.Tests.Documentation;

/// <summary>A table of a documentation page.</summary>
/// <param name="Rows">Its rows without the header, each cell without the white space around it.</param>
internal sealed record MarkdownTable(IReadOnlyList<string[]> Rows)
{
    /// <summary>The first column, without the backquotes of code.</summary>
    public IEnumerable<string> Names => Rows.Select(row => row[0].Trim('`'));

    /// <summary>The table with that header in a page of <c>docs</c>.</summary>
    /// <param name="page">The file's name.</param>
    /// <param name="header">The cells of the header.</param>
    public static MarkdownTable Find(string page, params string[] header)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("docs", page));
        int at = Array.FindIndex(lines, line => IsRow(line) && Cells(line).SequenceEqual(header));
        return at < 0
            ? throw new KeyNotFoundException($"docs/{page} has no table | {string.Join(" | ", header)} |")
            : new MarkdownTable([.. lines.Skip(at + 2).TakeWhile(IsRow).Select(Cells)]);
    }

    private static bool IsRow(string line) => line.StartsWith("| ", StringComparison.Ordinal);

    private static string[] Cells(string line) => [.. line.Trim()[1..^1].Split('|').Select(cell => cell.Trim())];
}
