using System.Text;
using Webhooks.Shared.Transcripts;

namespace Webhooks.Tests.Transcripts;

/// <summary>Compares short texts as a replay compares answers.</summary>
internal sealed class Comparing
{
    private readonly Bindings _bindings = new();

    public ComparisonRules Rules { get; init; } = new(ShowsManagedFields: false);

    /// <summary>The paths that differ in a whole body.</summary>
    public string[] Body(string expected, string got) => Paths(Recorded(expected), Answered(got));

    /// <summary>The paths that differ in a part of a body.</summary>
    public string[] Part(string expected, string got) => Paths(Recorded(expected) with { IsPartial = true }, Answered(got));

    /// <summary>The paths that differ in an answer.</summary>
    public string[] Paths(RecordedResponse expected, Answer got) => [.. Differences(expected, got).Select(difference => difference.Path)];

    /// <summary>What differs in a text.</summary>
    public string? Text(string expected, string got) => PlaceholderText.Compare(expected, got, _bindings);

    public IEnumerable<Difference> Differences(RecordedResponse expected, Answer got) => AnswerComparison.Compare(expected, got, _bindings, Rules);

    public static RecordedResponse Recorded(string body) => new(200) { ContentType = "application/json", Body = TranscriptJson.Parse(Encoding.UTF8.GetBytes(body)) };

    public static Answer Answered(string body) => new(200) { ContentType = "application/json", Body = Encoding.UTF8.GetBytes(body) };
}
