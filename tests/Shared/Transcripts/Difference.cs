namespace Webhooks.Shared.Transcripts;

/// <summary>Where an answer is not as recorded.</summary>
/// <param name="Path">Where: <c>status</c>, <c>headers.Warning</c>, <c>body.metadata.name</c>, <c>events[0].type</c>.</param>
/// <param name="Expected">What is recorded there.</param>
/// <param name="Got">What came.</param>
internal sealed record Difference(string Path, string Expected, string Got)
{
    /// <summary>Of a value that is shown.</summary>
    private const int Longest = 400;

    /// <summary>Of a long value that both begin with.</summary>
    private const int Lead = 60;

    public override string ToString()
    {
        int same = Expected.AsSpan().CommonPrefixLength(Got);
        int start = Math.Max(Expected.Length, Got.Length) > Longest && same > Lead ? same - Lead : 0;
        return $"{Path}: expected {Shortened(Expected, start)}, got {Shortened(Got, start)}";
    }

    private static string Shortened(string text, int start)
    {
        string line = (start > 0 ? "…" + text[start..] : text).ReplaceLineEndings("⏎");
        return line.Length > Longest ? $"{line.AsSpan(0, Longest)}… ({text.Length} characters)" : line;
    }
}
