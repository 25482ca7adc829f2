using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Events;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling.Events;

public sealed class EventRecorderTests
{
    private const string Events = "/api/v1/namespaces/n/events";

    private static readonly EventSubject Subject = new("example.com/v1", "User", new ObjectKey("n", "one"), "u1");

    private readonly ManualTime _time = new();
    private readonly HeardLines _log = new();
    private readonly ObservedDelays _delays;

    public EventRecorderTests() => _delays = new ObservedDelays(_time);

    [Fact]
    public async Task An_event_is_made_and_counted_up_when_it_repeats()
    {
        ScriptedTransport transport = new(_ => "{}");
        await RunAsync(transport, 2, recorder =>
        {
            recorder.Record(Subject with { ResourceVersion = "7" }, EventType.Warning, "NotOwned", "namespace one is another's");
            _time.Advance(TimeSpan.FromSeconds(90));
            recorder.Record(Subject with { ResourceVersion = "8" }, EventType.Warning, "NotOwned", "namespace one is another's");
        });
        Assert.Equal(
            [
                new SentRequest("create", Events, """
                    {"apiVersion":"v1","kind":"Event","metadata":{"name":"one.1886999c36a18000","namespace":"n"},
                    "involvedObject":{"apiVersion":"example.com/v1","kind":"User","namespace":"n","name":"one","uid":"u1","resourceVersion":"7"},
                    "reason":"NotOwned","type":"Warning","source":{"component":"tests","host":"here"},
                    "reportingComponent":"tests","reportingInstance":"here",
                    "firstTimestamp":"2026-01-01T12:00:00Z",
                    "message":"namespace one is another\u0027s","lastTimestamp":"2026-01-01T12:00:00Z","count":1}
                    """.ReplaceLineEndings("")),
                new SentRequest("patch", Events + "/one.1886999c36a18000", """{"message":"namespace one is another\u0027s","lastTimestamp":"2026-01-01T12:01:30Z","count":2}"""),
            ],
            transport.Sent);
        Assert.Empty(_log.All);
    }

    [Fact]
    public async Task An_event_that_has_expired_is_made_again_with_its_count()
    {
        ScriptedTransport transport = new(request => request.Verb == "patch" ? throw Refusals.NotFound : "{}");
        await RunAsync(transport, 3, recorder =>
        {
            recorder.Record(Subject, EventType.Normal, "Made", "made");
            recorder.Record(Subject with { ResourceVersion = "8" }, EventType.Normal, "Made", "made");
        });
        Assert.Equal(["create", "patch", "create"], transport.Sent.Select(request => request.Verb));
        Assert.Contains("\"uid\":\"u1\"}", transport.Sent[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"uid\":\"u1\",\"resourceVersion\":\"8\"}", transport.Sent[2].Body, StringComparison.Ordinal);
        Assert.Contains("\"count\":2", transport.Sent[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_records_never_waits_and_what_is_too_much_is_lost()
    {
        ScriptedTransport transport = new(_ => "{}");
        await RunAsync(transport, 1000, recorder =>
        {
            for (int i = 0; i < 1007; i++)
            {
                recorder.Record(Subject with { Uid = $"{i}" }, EventType.Normal, "Made", "made");
            }
        });
        Assert.Equal(["Warning: 7 events were lost: they came faster than they could be written"], _log.All);
        Assert.Contains("\"uid\":\"999\"", transport.Sent[^1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_may_come_right_is_tried_twelve_times(int code)
    {
        ScriptedTransport transport = new(_ => throw Refusals.Of(code, new StatusReason("Busy")));
        using CancellationTokenSource end = new();
        EventRecorder recorder = Recorder(transport);
        recorder.Record(Subject, EventType.Normal, "Made", "made");
        Task run = recorder.RunAsync(end.Token);
        Assert.InRange(await _delays.PassNextAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        for (int pause = 2; pause < 12; pause++)
        {
            Assert.Equal(TimeSpan.FromSeconds(10), await _delays.PassNextAsync());
        }

        await Eventually.HoldsAsync(() => _log.All.Count == 1);
        Assert.Equal([$"Warning: Event Made of User n/one can't be written: refused: {code}"], _log.All);
        Assert.Equal(12, transport.Sent.Count);
        await end.CancelAsync();
        await run;
    }

    [Fact]
    public async Task An_event_whose_answer_was_lost_is_there()
    {
        int tries = 0;
        ScriptedTransport transport = new(_ => ++tries == 1 ? throw new TimeoutException("cut off") : throw Refusals.AlreadyExists);
        using CancellationTokenSource end = new();
        EventRecorder recorder = Recorder(transport);
        recorder.Record(Subject, EventType.Normal, "Made", "made");
        Task run = recorder.RunAsync(end.Token);
        await _delays.PassNextAsync();
        recorder.Record(Subject with { Uid = "u2" }, EventType.Normal, "Made", "made");
        await Eventually.HoldsAsync(() => transport.Sent.Count == 3);
        await Eventually.HoldsAsync(() => _log.All.Count == 1);
        Assert.Equal(["Warning: Event Made of User n/one can't be written: refused: 409"], _log.All);
        await end.CancelAsync();
        await run;
    }

    [Fact]
    public async Task What_is_refused_is_not_tried_again()
    {
        ScriptedTransport transport = new(request => request.Body.Contains("u1", StringComparison.Ordinal) ? throw Refusals.Of(403, StatusReason.Forbidden) : "{}");
        await RunAsync(transport, 2, recorder =>
        {
            recorder.Record(Subject, EventType.Normal, "Made", "made");
            recorder.Record(Subject with { Uid = "u2" }, EventType.Normal, "Made", "made");
        });
        Assert.Equal(["Warning: Event Made of User n/one can't be written: refused: 403"], _log.All);
    }

    private EventRecorder Recorder(IApiTransport transport) => new(transport, new EventReporter("tests", "here"), _delays, new Random(1), _log);

    // Records, and then writes until so many requests were sent.
    private async Task RunAsync(ScriptedTransport transport, int requests, Action<IEventRecorder> record)
    {
        using CancellationTokenSource end = new();
        EventRecorder recorder = Recorder(transport);
        record(recorder);
        Task run = recorder.RunAsync(end.Token);
        await Eventually.HoldsAsync(() => transport.Sent.Count >= requests);
        await end.CancelAsync();
        await run;
        Assert.Equal(requests, transport.Sent.Count);
    }
}
