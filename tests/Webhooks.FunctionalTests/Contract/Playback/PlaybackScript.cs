using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract.Playback;

/// <summary>Answers the requests of one scenario as recorded, and complains of requests that are not those.</summary>
internal sealed class PlaybackScript
{
    private const string PlainBookmark = """{"type":"BOOKMARK","object":{"kind":"ConfigMap","apiVersion":"v1","metadata":{"resourceVersion":"9"}}}""";

    private readonly TranscriptStep[] _steps;
    private readonly Dictionary<string, Channel<string>> _watches = [];
    private readonly HashSet<string> _bookmarked = [];
    private readonly List<string> _complaints = [];
    private readonly bool _isLate;
    private int _next;
    private bool _refusedOnce;

    /// <param name="transcript">The scenario.</param>
    /// <param name="isLate">Whether a request that may be repeated is refused the first time.</param>
    public PlaybackScript(Transcript transcript, bool isLate)
    {
        _isLate = isLate;
        _steps = [.. transcript.Setup, .. transcript.Steps];
        SkipToRequest();
    }

    /// <summary>What was sent otherwise than recorded.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Answers one request. The client sends them one after the other.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        byte[] body = await RequestMatch.ReadAsync(context.Request);
        if (_next == _steps.Length)
        {
            // Cleanup.
            return;
        }

        RequestStep step = (RequestStep)_steps[_next];
        if (RequestMatch.Problem(step.Request, context, body) is { } problem)
        {
            _complaints.Add($"{step.Request}: {problem}");
        }

        if (_isLate && step.Retry != null && !_refusedOnce)
        {
            // A controller is late.
            _refusedOnce = true;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        _refusedOnce = false;
        Channel<string>? watch = Open(step);
        _next++;
        SkipToRequest();
        await (watch is null ? WriteAsync(context.Response, step.Response) : StreamAsync(context, step.Response, watch));
    }

    private Channel<string>? Open(RequestStep step)
    {
        if (step.Watch is null || step.Response.Status != StatusCodes.Status200OK)
        {
            return null;
        }

        if (step.ShowsBookmarks)
        {
            _bookmarked.Add(step.Watch);
        }

        return _watches[step.Watch] = Channel.CreateUnbounded<string>();
    }

    /// <summary>What is expected of watches before the next request is sent now.</summary>
    private void SkipToRequest()
    {
        for (; _next < _steps.Length && _steps[_next] is not RequestStep; _next++)
        {
            if (_steps[_next] is ExpectStep expect && _watches.TryGetValue(expect.Watch, out Channel<string>? watch))
            {
                Deliver(expect, watch.Writer);
            }
        }
    }

    private void Deliver(ExpectStep expect, ChannelWriter<string> writer)
    {
        if (!_bookmarked.Contains(expect.Watch))
        {
            writer.TryWrite(PlainBookmark);
        }

        foreach (var one in expect.Events)
        {
            writer.TryWrite(PlaybackValues.Fill(TranscriptJson.Compact(one)));
            if (EventComparison.IsPlainBookmark(one))
            {
                writer.TryWrite(PlainBookmark);
            }
        }

        if (expect.Ends)
        {
            writer.Complete();
        }
    }

    private static async Task WriteAsync(HttpResponse response, RecordedResponse recorded)
    {
        Begin(response, recorded);
        if ((recorded.Body is { } json ? TranscriptJson.Compact(json) : recorded.Text) is { } text)
        {
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(PlaybackValues.Fill(text)));
        }
    }

    private static async Task StreamAsync(HttpContext context, RecordedResponse recorded, Channel<string> watch)
    {
        Begin(context.Response, recorded);
        await context.Response.Body.FlushAsync();
        try
        {
            await foreach (string line in watch.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
                await context.Response.Body.FlushAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The replay is over.
        }
    }

    private static void Begin(HttpResponse response, RecordedResponse recorded)
    {
        response.StatusCode = recorded.Status;
        response.Headers.ContentType = recorded.ContentType;
        response.Headers.Warning = recorded.Warnings.ToArray();
        response.Headers.RetryAfter = recorded.RetryAfter;
    }
}
