using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Reconciling;
using Webhooks.Shared;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>A controller in its term, with a reconciler that a test answers for.</summary>
internal sealed class RunningController : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Controller _controller;

    public RunningController(int workers, params IReadOnlyList<ScriptedSource> sources)
        : this("tests", workers, NullLogger.Instance, sources)
    {
    }

    public RunningController(string name, int workers, ILogger logger, params IReadOnlyList<ScriptedSource> sources)
    {
        Delays = new ObservedDelays(Time);
        _controller = new Controller(new ControllerOptions { Name = name, Workers = workers }, Reconciler, sources, Delays, logger);
        Term = _controller.RunAsync(_end.Token);
    }

    public ManualTime Time { get; } = new();

    public ObservedDelays Delays { get; }

    public ScriptedReconciler Reconciler { get; } = new();

    public Controller Controller => _controller;

    /// <summary>Ends with the term.</summary>
    public Task Term { get; }

    /// <summary>Tells the controller to end its term.</summary>
    public void End() => _end.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Term.WaitAsync(TimeSpan.FromSeconds(30));
        _controller.Dispose();
        _end.Dispose();
    }
}
