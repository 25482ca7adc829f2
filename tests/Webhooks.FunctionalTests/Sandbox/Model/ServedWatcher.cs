using System.Net;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>A client over HTTPS that keeps a copy of what it looks at: it begins in one of many ways, watches, breaks off and goes on.</summary>
/// <param name="model">What is watched.</param>
/// <param name="lists">The client that lists; its connection stands.</param>
/// <param name="pace">How it reads.</param>
/// <param name="scope">What it looks at.</param>
/// <param name="version">The version of HTTP.</param>
/// <param name="seed">The same seed makes the same choices.</param>
internal sealed class ServedWatcher(ServedModel model, SandboxClient lists, ServedPace pace, ModelScope scope, Version version, int seed)
{
    private const int LongestRun = 60;

    // One who is slow must come to the end of what the connection holds, to see what comes of it.
    private const int LongestSlowRun = 600;
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(45);

    private readonly Random _random = new(seed);
    private readonly ServedConnections _connections = new(isNarrow: pace == ServedPace.Slow);
    private readonly ModelCopy _copy = new(model.History, scope, model.Tally);

    private bool IsCut => pace is ServedPace.Cutting or ServedPace.Severed;

    private bool IsDone => model.Ended.IsCancellationRequested && !_copy.HasMore(model.End);

    /// <summary>Watches until it has been told all that was written, and compares its copy with the list of the same version.</summary>
    public async Task Run()
    {
        using SandboxClient client = new(model.Server, pace.ToString(), version: version, connect: _connections.Connect);
        ModelPaging paging = new(model.History, scope, model.Tally, List, () => Dawdle(often: 3));
        for (bool isNew = true; !IsDone;)
        {
            string query = isNew || _copy.IsBeginning ? await Begin(paging) : await GoOn();
            isNew = await Watch(client, paging, query) || _random.Next(4) == 0;
        }

        _copy.AssertSame(model.History.At(scope, model.End));
        if (await paging.Exact(model.End) is { } list)
        {
            _copy.AssertSame(list);
        }
    }

    private async Task<string> Begin(ModelPaging paging)
    {
        switch (_random.Next(7))
        {
            case < 3:
                return GoOn(await paging.List(_random));
            case 3:
                return GoOn(await paging.NotOlderThan(_random.Next(2) == 0 ? 0 : model.Server.Revision));
            case 4:
                _copy.Begin(isNow: false);
                return "&resourceVersion=0&allowWatchBookmarks=true";
            case 5:
                _copy.Begin(isNow: false);
                return _random.Next(2) == 0 ? "" : "&allowWatchBookmarks=true";
            default:
                _copy.Begin(isNow: false);
                string least = _random.Next(3) switch { 0 => "", 1 => "0", _ => $"{model.Server.Revision}" };
                return $"&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion={least}";
        }
    }

    private string GoOn((SortedDictionary<string, ModelObject> Items, long Revision) list)
    {
        _copy.Set(list.Items, list.Revision);
        _copy.Continue();
        return $"&allowWatchBookmarks=true&resourceVersion={_copy.Revision}";
    }

    private async Task<string> GoOn()
    {
        await Dawdle(often: 1);
        model.Tally.Add(ModelFact.Resume);
        _copy.Continue();
        return $"&allowWatchBookmarks=true&resourceVersion={_copy.Revision}";
    }

    /// <returns>Whether the next watch must begin anew.</returns>
    private async Task<bool> Watch(SandboxClient client, ModelPaging paging, string query)
    {
        TimeSpan longest = _random.Next(4) == 0 ? TimeSpan.FromSeconds(_random.Next(30, 300)) : LongestWatch;
        DateTimeOffset opened = model.Time.GetUtcNow();
        using WatchLines? lines = await Open(client, $"{scope.Kind.Path(scope.Namespace)}?watch=1&timeoutSeconds={longest.TotalSeconds}{query}{scope.Query}");
        for (int most = _random.Next(1, pace == ServedPace.Slow ? LongestSlowRun : LongestRun); lines != null && !IsDone; most--)
        {
            if (most == 0 && pace == ServedPace.Cutting)
            {
                _connections.Cut();
            }
            else if (most <= 0 && pace != ServedPace.Cutting && !_copy.IsBeginning)
            {
                return false;
            }

            await Dawdle(often: 30);
            switch (await Next(lines))
            {
                case (true, { } line) when _copy.Take(line):
                    break;
                case (true, not null):
                    return true;
                case (true, null):
                    Assert.True(model.Time.GetUtcNow() - opened >= longest, "a watch ended before its time");
                    model.Tally.Add(ModelFact.TimedOut);
                    return false;
                default:
                    return false;
            }

            if (!_copy.IsBeginning && _random.Next(50) == 0 && await paging.Exact(_copy.Revision) is { } list)
            {
                _copy.AssertSame(list);
            }
        }

        return false;
    }

    /// <summary>A watch; null where the request was caught by the cut of the connection.</summary>
    private async Task<WatchLines?> Open(SandboxClient client, string path)
    {
        try
        {
            return await client.WatchAsync(path);
        }
        catch (HttpRequestException) when (IsCut)
        {
            return null;
        }
    }

    /// <summary>The next line, or that the watch broke off.</summary>
    private async Task<(bool IsWhole, string? Line)> Next(WatchLines lines)
    {
        bool hasEnded = model.Ended.IsCancellationRequested;
        try
        {
            return (true, await lines.NextAsync(hasEnded ? default : model.Ended));
        }
        catch (OperationCanceledException) when (!hasEnded && model.Ended.IsCancellationRequested)
        {
            // There may be nothing more to read: that is looked at again.
            return (false, null);
        }
        catch (IOException) when (IsCut)
        {
            model.Tally.Add(ModelFact.Cut);
            return (false, null);
        }
    }

    /// <summary>One who is slow does nothing now and then, until much has been written.</summary>
    private Task Dawdle(int often) => pace == ServedPace.Slow && _random.Next(often) == 0 ? model.Fall(_random.Next(ServedModel.MostBehind / 4, ServedModel.MostBehind)) : Task.CompletedTask;

    private async Task<ModelPage> List(string query)
    {
        (HttpStatusCode code, JsonValue body) = await lists.GetAsync($"{scope.Kind.Path(scope.Namespace)}?{query.TrimStart('&')}{scope.Query}");
        JsonValue metadata = body["metadata"u8];
        string token = metadata["continue"u8].AsString() ?? "";
        return code == HttpStatusCode.OK
            ? new ModelPage(
                200,
                [.. body["items"u8].Items().Select(item => ModelObject.Read(scope.Plural, item))],
                ModelObject.RevisionOf(body),
                token,
                metadata["remainingItemCount"u8].TryGetInt64(out long remaining) ? remaining : null)
            : new ModelPage((int)code, [], 0, token, null);
    }
}
