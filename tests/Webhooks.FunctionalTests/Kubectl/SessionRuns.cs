using Xunit;

namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>Runs all sessions side by side as soon as the first is asked for, each against a server of its own; the tests share the results.</summary>
public sealed class SessionRuns : IAsyncLifetime, IDisposable
{
    // A command waits for its process, and some wait for time, most of the time.
    private static readonly int AtOnce = Environment.ProcessorCount * 4;

    private readonly SemaphoreSlim _slots = new(AtOnce);
    private readonly Lazy<Dictionary<string, Task<Session>>> _runs;

    public SessionRuns() => _runs = new(() => Session.Names.ToDictionary(name => name, name => Task.Run(() => Run(name))));

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The session as it was printed now.</summary>
    internal Task<Session> ResultOf(string name) => _runs.Value[name];

    /// <summary>Waits for all that was started; what failed has failed its own test.</summary>
    public async Task DisposeAsync()
    {
        if (_runs.IsValueCreated)
        {
            await ((Task)Task.WhenAll(_runs.Value.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<Session> Run(string name)
    {
        await _slots.WaitAsync();
        try
        {
            Session expected = Session.Parse(name, await File.ReadAllTextAsync(Session.PathOf(name)));
            await using Workbench bench = await Workbench.Start();
            List<SessionStep> printed = [];
            foreach (SessionStep step in expected.Steps)
            {
                printed.Add(step with { Output = await bench.Run(step.Command) });
            }

            return new Session(name, printed);
        }
        finally
        {
            _slots.Release();
        }
    }
}
