using Webhooks.Client.Reconciling.Events;
using Webhooks.Resources.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Reconciling;

public sealed class EventRecorderTests
{
    private const string Events = "/api/v1/namespaces/default/events?fieldSelector=involvedObject.kind%3DWidget";

    [Fact]
    public async Task Events_are_written_counted_and_bounded()
    {
        await using WidgetCluster cluster = await WidgetCluster.StartAsync();
        EventSubject subject = EventSubject.Of(await cluster.CreateAsync("one"));
        LogLines log = new();
        EventRecorder recorder = new(cluster.Transport, new EventReporter("tests"), TimeProvider.System, new Random(1), log);
        using CancellationTokenSource end = new();
        Task run = recorder.RunAsync(end.Token);
        recorder.Record(subject, EventType.Normal, "Made", "it is there");
        recorder.Record(subject, EventType.Normal, "Made", "it is there");
        recorder.Record(subject, EventType.Warning, "TooLong", new string('é', 5000));

        JsonValue[] events = [];
        await Eventually.HoldsAsync(async () =>
        {
            events = [.. (await cluster.GetAsync(Events))["items"].Items()];
            return events.Length == 2;
        });
        JsonValue made = events.Single(item => item["reason"].GetString() == "Made");
        Assert.Equal(("2", "Normal", "it is there"), (made["count"].ToString(), made["type"].GetString(), made["message"].GetString()));
        Assert.Equal((subject.Uid, "tests"), (made["involvedObject"]["uid"].GetString(), made["source"]["component"].GetString()));
        Assert.Equal(512, events.Single(item => item["reason"].GetString() == "TooLong")["message"].GetString().Length);
        Assert.Empty(log.All);
        await end.CancelAsync();
        await run;
    }
}
