using System.Collections.Immutable;
using System.Diagnostics;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>Replays one scenario against a server.</summary>
internal sealed class Replay : IAsyncDisposable
{
    private readonly Transcript _transcript;
    private readonly IContractServer _server;
    private readonly ReplayPace _pace;
    private readonly ComparisonRules _rules;
    private readonly ContractClient _client;
    private readonly Dictionary<string, WatchStream> _watches = [];
    private readonly List<string> _lines = [];
    private Bindings _bindings = new();

    private Replay(Transcript transcript, IContractServer server, ReplayPace pace, ComparisonRules rules)
    {
        _transcript = transcript;
        _server = server;
        _pace = pace;
        _rules = rules;
        _client = new ContractClient(server, pace.Answer);
    }

    /// <summary>Sends all requests of a scenario, its cleanup too, and compares all answers.</summary>
    public static async Task<ReplayResult> RunAsync(
        Transcript transcript, IContractServer server, ReplayPace pace, CancellationToken cancellationToken, bool ignoresUnnamedDefaults = false)
    {
        await using Replay replay = new(transcript, server, pace, ComparisonRules.Of(transcript, ignoresUnnamedDefaults));
        await replay.RunAsync(cancellationToken);
        return new ReplayResult(transcript, [.. replay._lines]);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        bool goesOn = await RunAsync(_transcript.Setup, isSetup: true, cancellationToken) && _lines.Count == 0;
        if (goesOn)
        {
            await RunAsync(_transcript.Steps, isSetup: false, cancellationToken);
        }

        foreach (string path in _transcript.Cleanup.Reverse())
        {
            await CleanAsync(new RecordedRequest("DELETE", path), cancellationToken);
        }
    }

    /// <returns>Whether the requests that follow can still be sent.</returns>
    private async Task<bool> RunAsync(ImmutableArray<TranscriptStep> steps, bool isSetup, CancellationToken cancellationToken)
    {
        for (int index = 0; index < steps.Length; index++)
        {
            string place = $"{_transcript.Name} {(isSetup ? "setup" : "step")} {index + 1}";
            try
            {
                foreach (Difference difference in await RunAsync(steps[index], isSetup, cancellationToken))
                {
                    _lines.Add($"{place} {Text(steps[index])} {difference}");
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException)
            {
                _lines.Add($"{place} {Text(steps[index])} answer: expected one, got {failure.GetType().Name}: {failure.Message}");
            }
            catch (UnboundException failure)
            {
                _lines.Add($"{place} {Text(steps[index])} request: {failure.Message}");
                return false;
            }
        }

        return true;
    }

    private async Task<ImmutableArray<Difference>> RunAsync(TranscriptStep step, bool isSetup, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case RequestStep { Watch: { } name } request:
                return await OpenAsync(name, request, cancellationToken);
            case RequestStep request:
                return await AskAsync(request, isSetup, cancellationToken);
            case ExpectStep expect when _watches.TryGetValue(expect.Watch, out WatchStream? watch):
                return await new WatchExpectation(expect, watch, _bindings, _rules, _pace).CompareAsync();
            case ExpectStep expect:
                return [new("events", $"those of the watch '{expect.Watch}'", "no such watch: it was not opened")];
            case WaitStep wait:
                await Task.Delay(wait.Time, cancellationToken);
                return [];
            default:
                await _server.CompactAsync(cancellationToken);
                return [];
        }
    }

    private async Task<ImmutableArray<Difference>> AskAsync(RequestStep step, bool isSetup, CancellationToken cancellationToken)
    {
        TimeSpan retry = step.Retry is { } recorded && recorded < _pace.Retry ? recorded : _pace.Retry;
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            using HttpResponseMessage response = await _client.SendAsync(step.Request, _bindings, cancellationToken);
            Answer answer = await Answers.ReadAsync(response, _pace.Answer, cancellationToken);

            // An answer that is not the one waited for teaches nothing.
            Bindings tried = _bindings.Copy();
            ComparisonRules rules = _rules.For(step.Request);
            ImmutableArray<Difference> differences = isSetup
                ? AnswerComparison.CompareSetup(step.Response, answer, tried, rules)
                : AnswerComparison.Compare(step.Response, answer, tried, rules);
            if (differences.IsEmpty || step.Retry is null || Stopwatch.GetElapsedTime(started) > retry)
            {
                _bindings = tried;
                return differences;
            }

            await Task.Delay(_pace.Pause, cancellationToken);
        }
    }

    private async Task<ImmutableArray<Difference>> OpenAsync(string name, RequestStep step, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await _client.SendAsync(step.Request, _bindings, cancellationToken);
        if (response.IsSuccessStatusCode && step.Response.Status == (int)response.StatusCode)
        {
            if (_watches.Remove(name, out WatchStream? former))
            {
                await former.DisposeAsync();
            }

            _watches[name] = new WatchStream(response, step.ShowsBookmarks);
            return AnswerComparison.Compare(step.Response, Answers.Begin(response), _bindings, _rules);
        }

        using (response)
        {
            Answer answer = response.IsSuccessStatusCode ? Answers.Begin(response) : await Answers.ReadAsync(response, _pace.Answer, cancellationToken);
            return AnswerComparison.Compare(step.Response, answer, _bindings, _rules);
        }
    }

    private async Task CleanAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, _bindings, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or UnboundException)
        {
            // Nothing is compared any more; a server that is gone has shown itself before.
        }
    }

    private static string Text(TranscriptStep step) => step switch
    {
        RequestStep request => request.Request.ToString(),
        ExpectStep expect => $"expect {expect.Watch}",
        WaitStep => "wait",
        _ => "compact",
    };

    public async ValueTask DisposeAsync()
    {
        foreach (WatchStream watch in _watches.Values)
        {
            await watch.DisposeAsync();
        }

        _client.Dispose();
    }
}
