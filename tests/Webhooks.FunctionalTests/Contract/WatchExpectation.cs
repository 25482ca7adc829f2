using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>Compares what a watch delivers with what is recorded.</summary>
internal sealed class WatchExpectation(ExpectStep expected, WatchStream watch, Bindings bindings, ComparisonRules rules, ReplayPace pace)
{
    /// <summary>Of events that are too many: more are not waited for.</summary>
    private const int MostExtras = 20;

    private readonly List<Difference> _differences = [];

    /// <summary>Waits for the events, then for the end or for silence.</summary>
    public async Task<ImmutableArray<Difference>> CompareAsync()
    {
        if (await CompareEventsAsync())
        {
            await CompareRestAsync();
        }

        return [.. _differences];
    }

    private async Task<bool> CompareEventsAsync()
    {
        for (int position = 0; position < expected.Events.Length; position++)
        {
            switch (await watch.NextAsync(pace.Events))
            {
                case WatchEvent one:
                    _differences.AddRange(EventComparison.Compare(expected.Events[position], one.Json, position, bindings, rules));
                    break;
                case var other:
                    _differences.Add(new($"events[{position}]", TranscriptJson.Compact(expected.Events[position]), Text(other, pace.Events)));
                    return false;
            }
        }

        return true;
    }

    private async Task CompareRestAsync()
    {
        TimeSpan patience = expected.Ends ? pace.Events : pace.Quiet;
        string ending = expected.Ends ? "the end" : "no more, and an open stream";
        for (int extra = 0; extra < MostExtras; extra++)
        {
            switch (await watch.NextAsync(patience))
            {
                case WatchEvent one:
                    _differences.Add(new($"events[{expected.Events.Length + extra}]", ending, TranscriptJson.Compact(one.Json)));
                    break;
                case var other:
                    if (expected.Ends ? other is not WatchEnd { Fault: null } : other is not WatchSilence)
                    {
                        _differences.Add(new("events", ending, Text(other, patience)));
                    }

                    return;
            }
        }
    }

    private static string Text(WatchMoment moment, TimeSpan patience) => moment switch
    {
        WatchEnd { Fault: { } fault } => $"a broken stream: {fault}",
        WatchEnd => "the end of the stream",
        _ => $"nothing within {patience.TotalSeconds} s",
    };
}
