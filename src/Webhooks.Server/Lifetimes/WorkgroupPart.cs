namespace Webhooks.Server.Lifetimes;

/// <summary>One part of a workgroup, and how far it is.</summary>
/// <param name="name">What it is called.</param>
/// <param name="run">Runs it.</param>
internal sealed class WorkgroupPart(string name, Func<CancellationToken, Task> run)
{
    private volatile PartState _state;

    public string Name => name;

    /// <summary>May be read from any thread.</summary>
    public PartState State => _state;

    /// <summary>Runs it to its end.</summary>
    /// <param name="stop">Asks it to end.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        _state = PartState.Running;
        PartState end = PartState.Failed;
        try
        {
            await run(stop).ConfigureAwait(false);
            end = PartState.Ended;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            end = PartState.Ended;
            throw;
        }
        finally
        {
            _state = end;
        }
    }
}
