using Webhooks.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>A server, what was written to it, and what its writers and watchers share.</summary>
internal sealed class ServedModel : IAsyncDisposable
{
    // So few that who is slow loses its place.
    private const int KeptChanges = 40;

    /// <summary>How far a slow reader falls behind at most: what is kept of each kind, and what the connection holds.</summary>
    public static readonly int MostBehind = ModelKind.All.Length * KeptChanges * 10;

    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _ended = new();

    private ServedModel(ApiServer server, ManualTime time)
    {
        (Server, Time) = (server, time);
        History = new ModelHistory(server.Store, KeptChanges);
    }

    public ApiServer Server { get; }

    public ManualTime Time { get; }

    public ModelHistory History { get; }

    public ModelTally Tally { get; } = new(Enum.GetValues<ModelFact>());

    public ServedAnswers Answers { get; } = new();

    /// <summary>Whether the writers are to stop: something has failed.</summary>
    public bool IsStopped => _stopped.IsCancellationRequested;

    /// <summary>Cancelled when all is written.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>The last revision, when all is written.</summary>
    public long End { get; private set; }

    /// <summary>Starts a server with the namespaces and the custom kind.</summary>
    public static async Task<ServedModel> Start()
    {
        ManualTime time = new(DateTimeOffset.UtcNow);
        ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { KeptChanges = KeptChanges, MakesServiceAccounts = false, Time = time });
        using SandboxClient client = new(server);
        foreach (string space in ModelScope.Namespaces)
        {
            Assert.Equal(201, (int)(await client.SendAsync(HttpMethod.Post, "/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{space}}}"}}""")).Code);
        }

        Assert.Equal(201, (int)(await client.SendAsync(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", ModelKind.Definition)).Code);
        await server.AtRest();
        return new ServedModel(server, time);
    }

    /// <summary>Runs a part; if it fails the writers stop, so that the others come to their end.</summary>
    public async Task Guard(Func<Task> part)
    {
        try
        {
            await Task.Run(part);
        }
        catch
        {
            await _stopped.CancelAsync();
            throw;
        }
    }

    /// <summary>All is written.</summary>
    public Task EndAll()
    {
        End = History.Latest;
        return _ended.CancelAsync();
    }

    /// <summary>Waits until a number of changes more have been made, or all have.</summary>
    public async Task Fall(int behind)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = Ended.Register(ended.SetResult);
        long target = Server.Revision + behind;
        while (!Ended.IsCancellationRequested)
        {
            Task next = Server.Store.NextWrite();
            if (Server.Revision >= target)
            {
                return;
            }

            await Task.WhenAny(next, ended.Task);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _stopped.Dispose();
        _ended.Dispose();
    }
}
