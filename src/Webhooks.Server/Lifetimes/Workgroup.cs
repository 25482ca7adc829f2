using System.Runtime.ExceptionServices;

namespace Webhooks.Server.Lifetimes;

/// <summary>Parts that live and end together: the first to end stops the rest, all are awaited, and the first failure is the group's.</summary>
/// <param name="failed">Is told of the first failure at once, while the others are still ending.</param>
internal sealed class Workgroup(Action<Exception> failed)
{
    private readonly List<WorkgroupPart> _parts = [];

    /// <summary>The parts that were added, each with how it is at this moment. Thread safe from <see cref="RunAsync"/> on.</summary>
    public IReadOnlyList<(string Name, PartState State)> Parts => [.. _parts.Select(part => (part.Name, part.State))];

    /// <summary>Adds a part that runs until it is done, fails or is cancelled. Before <see cref="RunAsync"/>.</summary>
    /// <param name="name">What to call it: <c>templates</c>.</param>
    /// <param name="part">Runs it.</param>
    public void Add(string name, Func<CancellationToken, Task> part) => _parts.Add(new WorkgroupPart(name, part));

    /// <summary>Starts all parts and waits for all of them to end.</summary>
    /// <param name="stop">Ends the group from outside, without a failure.</param>
    /// <exception cref="Exception">What the first part that failed threw. Later failures are consequences, and are not reported.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using CancellationTokenSource group = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Exception? first = null;
        await Task.WhenAll(_parts.Select(RunPartAsync)).ConfigureAwait(false);
        if (first != null)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        async Task RunPartAsync(WorkgroupPart part)
        {
            try
            {
                // A part that never yields must not keep the others from starting.
                await Task.Run(() => part.RunAsync(group.Token), CancellationToken.None).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (group.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                if (Interlocked.CompareExchange(ref first, failure, null) == null)
                {
                    failed(failure);
                }
            }
            finally
            {
                await group.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}
