using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract.Playback;

/// <summary>Ways in which a server could answer otherwise than recorded. Each alters one place of a scenario.</summary>
internal static class PlaybackMutations
{
    /// <summary>Of one mutation.</summary>
    private const int MostExamples = 20;

    private static readonly ImmutableDictionary<string, Func<JsonObject, bool>> All = ImmutableDictionary.CreateRange<string, Func<JsonObject, bool>>(
    [
        new("another status", scenario => Last(Answers(scenario)) is { } answer && Set(answer, "status", 299)),
        new("another media type", scenario => Last(Headers(scenario, "Content-Type")) is { } headers && Set(headers, "Content-Type", "application/cbor")),
        new("no warning", scenario => Last(Headers(scenario, "Warning")) is { } headers && headers.Remove("Warning")),
        new("no Retry-After", scenario => Last(Headers(scenario, "Retry-After")) is { } headers && headers.Remove("Retry-After")),
        new("a warning", scenario => Last(Whole(scenario)) is { } answer && AddWarning(answer)),
        new("a member more", scenario => Last(Bodies(scenario)) is { } body && Set(body, "more", 1)),
        new("a member less", scenario => Last(Bodies(scenario)) is { } body && body.Remove("kind")),
        new("another value", scenario => Last(Bodies(scenario)) is { } body && Set(body, "kind", "Other")),
        new("another message", scenario => Last(Bodies(scenario), "message") is { } body && Set(body, "message", body["message"] + ".")),
        new("a cause less", scenario => Last(Causes(scenario)) is { } causes && Shorten(causes)),
        new("another uid", scenario => Last(Known(scenario, "uid")) is { } metadata && Set(metadata, "uid", "<uid:900>")),
        new("a version from before", scenario => Last(Known(scenario, "resourceVersion")) is { } metadata && Set(metadata, "resourceVersion", "1")),
        new("an event more", scenario => Last(Events(scenario)) is { } events && Repeat(events)),
        new("an event less", scenario => Last(Events(scenario)) is { } events && Shorten(events)),
        new("events the other way round", scenario => Last(Events(scenario), events => events.Count > 1) is { } events && Turn(events)),
        new("an open stream", scenario => Last(Expectations(scenario), "ended") is { } expect && expect.Remove("ended")),
        new("an ended stream", scenario => Last(Expectations(scenario).Where(expect => expect["ended"] is null)) is { } expect && Set(expect, "ended", "eof")),
    ]);

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>Scenarios with a place for it, some of all areas.</summary>
    public static ImmutableArray<(Transcript Recorded, Transcript Altered)> Examples(string mutation)
    {
        (Transcript, Transcript)[] applicable = [.. TranscriptFolder.Names(TranscriptFolder.Own).SelectMany(name => Example(name, All[mutation]))];
        int stride = Math.Max(1, applicable.Length / MostExamples);
        return [.. applicable.Where((_, index) => index % stride == 0)];
    }

    private static IEnumerable<(Transcript, Transcript)> Example(string name, Func<JsonObject, bool> mutation)
    {
        string text = File.ReadAllText(Path.Combine(TranscriptFolder.Own, name + ".json"));
        JsonObject scenario = JsonNode.Parse(text)!.AsObject();
        if (mutation(scenario))
        {
            yield return (TranscriptReader.Read(text), TranscriptReader.Read(scenario.ToJsonString()));
        }
    }

    private static IEnumerable<JsonObject> Steps(JsonObject scenario) => scenario["steps"]!.AsArray().Select(step => step!.AsObject());

    private static IEnumerable<JsonObject> Answers(JsonObject scenario) =>
        Steps(scenario).Where(step => step["response"] is not null && step["watch"] is null).Select(step => step["response"]!.AsObject());

    private static IEnumerable<JsonObject> Whole(JsonObject scenario) => Answers(scenario).Where(answer => answer["partial"] is null);

    private static IEnumerable<JsonObject> Headers(JsonObject scenario, string name) =>
        Answers(scenario).Select(answer => answer["headers"]).OfType<JsonObject>().Where(headers => headers.ContainsKey(name));

    private static IEnumerable<JsonObject> Bodies(JsonObject scenario) =>
        Whole(scenario).Select(answer => answer["body"]).OfType<JsonObject>().Where(body => body.ContainsKey("kind"));

    /// <summary>Metadata of which an answer before has given a member.</summary>
    private static IEnumerable<JsonObject> Known(JsonObject scenario, string member) =>
        Bodies(scenario).Select(body => body["metadata"]).OfType<JsonObject>()
            .Where(metadata => metadata.ContainsKey(member))
            .GroupBy(metadata => (string)metadata[member]!)
            .SelectMany(same => same.Skip(1));

    private static IEnumerable<JsonArray> Causes(JsonObject scenario) =>
        Bodies(scenario).Select(body => body["details"]?["causes"]).OfType<JsonArray>().Where(causes => causes.Count > 0);

    private static IEnumerable<JsonObject> Expectations(JsonObject scenario) => Steps(scenario).Where(step => step.ContainsKey("expect"));

    private static IEnumerable<JsonArray> Events(JsonObject scenario) =>
        Expectations(scenario).Select(expect => expect["events"]!.AsArray()).Where(events => events.Count > 0 && (string?)events[^1]!["type"] != "BOOKMARK");

    private static T? Last<T>(IEnumerable<T> places, Func<T, bool>? condition = null)
        where T : class => places.LastOrDefault(condition ?? (_ => true));

    private static JsonObject? Last(IEnumerable<JsonObject> places, string member) => places.LastOrDefault(place => place.ContainsKey(member));

    private static bool Set(JsonObject place, string member, JsonNode value)
    {
        place[member] = value;
        return true;
    }

    private static bool AddWarning(JsonObject answer)
    {
        JsonObject headers = answer["headers"]?.AsObject() ?? [];
        JsonArray warnings = headers["Warning"]?.AsArray() ?? [];
        warnings.Add("299 - \"one more\"");
        headers["Warning"] = warnings.DeepClone();
        answer["headers"] = headers.DeepClone();
        return true;
    }

    private static bool Shorten(JsonArray items)
    {
        items.RemoveAt(items.Count - 1);
        return true;
    }

    private static bool Repeat(JsonArray items)
    {
        items.Add(items[^1]!.DeepClone());
        return true;
    }

    private static bool Turn(JsonArray items)
    {
        JsonNode first = items[0]!;
        items.RemoveAt(0);
        items.Add(first);
        return true;
    }
}
