using System.Text;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;
using Webhooks.Resources.Api;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Watching;

/// <summary>A reflector at a scripted server, whose every step ends before the next one begins.</summary>
internal sealed class ReflectorScript : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    public ReflectorScript(
        ReflectorOptions<ConfigMap>? options = null, bool usesWatchList = false, int seed = 1, IReflectorSink<ConfigMap>? sink = null)
    {
        Reflector<ConfigMap> reflector = new(
            Server, sink ?? Sink, (options ?? new()) with { UsesWatchList = usesWatchList }, Time, logger: null, new Random(seed));
        Start = () => InlineThread.Run(() => Run = reflector.RunAsync(_cancel.Token));
    }

    public ScriptedServer Server { get; } = new();

    public RecordingSink Sink { get; } = new();

    public ManualTime Time { get; } = new();

    /// <summary>The reflector's run.</summary>
    public Task? Run { get; private set; }

    /// <summary>Starts the reflector. <see cref="Next"/> does, too.</summary>
    public Action Start { get; }

    /// <summary>The request that waits for its answer.</summary>
    public ScriptedExchange Next
    {
        get
        {
            if (Run == null)
            {
                Start();
            }

            ScriptedExchange? last = Server.Requests.LastOrDefault();
            Assert.True(last is { IsAnswered: false, IsAborted: false }, $"no request waits for an answer; the last one was {last?.Request}");
            return last!;
        }
    }

    /// <summary>Whether nothing is asked.</summary>
    public bool IsIdle => Server.InFlight == 0;

    /// <summary>The requests, shortly: <c>list 0</c>, <c>list continue=c1</c>, <c>watch 10</c>, <c>watchlist</c>.</summary>
    public IEnumerable<string> Asked => Server.Requests.Select(Short);

    /// <summary>Answers a list with a whole list, and checks what was asked.</summary>
    public void List(string asked, string json)
    {
        Assert.Equal(asked, Short(Next));
        ScriptedExchange next = Next;
        InlineThread.Run(() => next.Answer(json));
    }

    /// <summary>Answers a watch, checks what was asked, and sends lines.</summary>
    public ScriptedStream Watch(string asked, params string[] lines)
    {
        Assert.Equal(asked, Short(Next));
        ScriptedExchange next = Next;
        InlineThread.Run(() => next.Open());
        Array.ForEach(lines, line => Send(next.Stream!, line));
        return next.Stream!;
    }

    /// <summary>Sends a line, as <c>ADDED a@7</c>, or bytes that begin with a brace.</summary>
    public static void Send(ScriptedStream stream, string line) =>
        InlineThread.Run(() => stream.Push(Encoding.UTF8.GetBytes(line.StartsWith('{') ? line : WatchTexts.Line(line))));

    public static void End(ScriptedStream stream) => InlineThread.Run(stream.End);

    public static void Break(ScriptedStream stream) => InlineThread.Run(() => stream.Break());

    /// <summary>Fails what was asked, and checks it.</summary>
    public void Fail(string asked, Exception exception)
    {
        Assert.Equal(asked, Short(Next));
        ScriptedExchange next = Next;
        InlineThread.Run(() => next.Fail(exception));
    }

    public void Refuse(string asked, Status status, int? retryAfter = null) =>
        Fail(asked, new KubernetesApiException(status, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

    public void Advance(double seconds) => InlineThread.Run(() => Time.Advance(TimeSpan.FromSeconds(seconds)));

    /// <summary>Lets time pass until something is asked.</summary>
    /// <returns>How long that took, in seconds, to the hundredth.</returns>
    public double Waited()
    {
        Assert.True(IsIdle, "something is asked already");
        for (int steps = 1; steps <= 400_000; steps++)
        {
            Advance(0.01);
            if (!IsIdle)
            {
                return steps / 100.0;
            }
        }

        Assert.Fail("nothing is asked within an hour");
        return 0;
    }

    /// <summary>Fails when waiting is no back-off after so many failures in a row, the first being 0.</summary>
    public void AssertBacksOff(int failures)
    {
        double least = Math.Min(0.8 * Math.Pow(2, failures), 30);
        Assert.InRange(Waited(), least, (2 * least) + 0.01);
    }

    /// <summary>Cancels the run, and fails when that does not end it.</summary>
    public void Cancel()
    {
        InlineThread.Run(_cancel.Cancel);

        // A wait that is cancelled ends on another thread.
        Assert.True(Run?.Wait(Eventually.Patience) ?? true, "the reflector goes on");
    }

    public void Dispose()
    {
        Cancel();
        Assert.True(Run?.IsCompletedSuccessfully ?? true, $"the reflector ended otherwise than in good order: {Run?.Exception}");
        Assert.Equal(0, Server.InFlight);
        Assert.InRange(Server.MostInFlight, 0, 1);
        _cancel.Dispose();
    }

    private static string Short(ScriptedExchange exchange)
    {
        string version = exchange["resourceVersion"];
        string kind = exchange["sendInitialEvents"] == "true" ? "watchlist" : exchange["watch"].Length > 0 ? "watch" : "list";
        Assert.Equal(kind == "list" ? "list" : "watch", exchange.Request.Verb);
        return string.Join(' ', new[] { kind, version, exchange["continue"] is { Length: > 0 } next ? "continue=" + next : "", kind == "list" && exchange["limit"].Length == 0 ? "whole" : "" }.Where(part => part.Length > 0));
    }
}
