using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Reads the format of tests/Transcripts/README.md, strictly: a member that the format does not know is an error.</summary>
internal static class TranscriptReader
{
    /// <summary>Reads one scenario.</summary>
    /// <exception cref="FormatException">It is not of that format.</exception>
    public static Transcript Read(string text)
    {
        JsonElement root = TranscriptJson.Parse(Encoding.UTF8.GetBytes(text));
        Known(root, "name", "description", "needs", "managedFields", "setup", "steps", "cleanup");
        return new Transcript
        {
            Name = Text(root, "name"),
            Description = Text(root, "description"),
            Needs = Texts(root, "needs"),
            ShowsManagedFields = Flag(root, "managedFields"),
            Setup = Steps(root, "setup"),
            Steps = Steps(root, "steps"),
            Cleanup = Texts(root, "cleanup"),
        };
    }

    private static ImmutableArray<TranscriptStep> Steps(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement steps) ? [.. steps.EnumerateArray().Select(Step)] : [];

    private static TranscriptStep Step(JsonElement step)
    {
        if (step.TryGetProperty("request", out JsonElement request))
        {
            Known(step, "request", "response", "retry", "watch", "bookmarks", "note");
            return new RequestStep(RecordedRequestReader.Read(request), RecordedResponseReader.Read(Member(step, "response")))
            {
                Retry = step.TryGetProperty("retry", out JsonElement seconds) ? TimeSpan.FromSeconds(seconds.GetDouble()) : null,
                Watch = step.TryGetProperty("watch", out JsonElement watch) ? watch.GetString() : null,
                ShowsBookmarks = Flag(step, "bookmarks"),
            };
        }

        if (step.TryGetProperty("expect", out _))
        {
            Known(step, "expect", "events", "ended", "note");
            return new ExpectStep(Text(step, "expect"), [.. Member(step, "events").EnumerateArray()], Ends(step));
        }

        if (step.TryGetProperty("wait", out JsonElement wait))
        {
            Known(step, "wait", "note");
            return new WaitStep(TimeSpan.FromSeconds(wait.GetDouble()));
        }

        Known(step, "compact", "note");
        return Flag(step, "compact") ? new CompactStep() : throw new FormatException($"a step of no known sort: {step.GetRawText()}");
    }

    private static bool Ends(JsonElement step) => step.TryGetProperty("ended", out JsonElement ended)
        && (ended.ValueEquals("eof") ? true : throw new FormatException($"a stream that ended otherwise: {ended.GetRawText()}"));

    /// <summary>Refuses members of other names.</summary>
    public static void Known(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                throw new FormatException($"unknown member '{member.Name}', known are {string.Join(", ", names.ToArray())}");
            }
        }
    }

    /// <summary>A member that must be there.</summary>
    public static JsonElement Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement member) ? member : throw new FormatException($"no member '{name}': {element.GetRawText()}");

    /// <summary>A text that must be there.</summary>
    public static string Text(JsonElement element, string name) => Member(element, name).GetString()!;

    /// <summary>A list of texts; absent: empty.</summary>
    public static ImmutableArray<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];

    /// <summary>A flag; absent: false.</summary>
    public static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement flag) && flag.GetBoolean();
}
