using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>When a controller begins, ends, and begins again; C1, C3 and C4, each in tests of its number.</summary>
public sealed class ControllerTests
{
    private static readonly ObjectKey One = new("n", "one");
    private static readonly ObjectKey Two = new("n", "two");

    [Fact]
    public async Task C1_no_reconcile_starts_before_all_sources_have_synced()
    {
        ScriptedSource users = new("users", One);
        ScriptedSource namespaces = new("namespaces", Two);
        await using RunningController controller = new(4, users, namespaces);
        Assert.Equal(["users", "namespaces"], controller.Controller.Readings.WaitsFor);
        namespaces.Sync();
        users.Tell(One);
        Assert.Equal(2, controller.Controller.Readings.QueueDepth);
        Assert.Equal(0, controller.Reconciler.Count);

        users.Sync();
        ReconcileCall[] calls = [await controller.Reconciler.NextAsync(), await controller.Reconciler.NextAsync()];
        Assert.Equal([One, Two], calls.Select(call => call.Key).OrderBy(key => key.Name, StringComparer.Ordinal));
        Assert.Empty(controller.Controller.Readings.WaitsFor);
        Array.ForEach(calls, call => call.Succeed());
    }

    [Fact]
    public async Task C1_a_term_that_ends_before_its_sources_have_synced_reconciles_nothing()
    {
        RunningController controller = new(1, new ScriptedSource("users", One));
        await controller.DisposeAsync();
        Assert.Equal(0, controller.Reconciler.Count);
    }

    [Fact]
    public async Task C3_whatever_a_reconciler_throws_no_worker_stops()
    {
        ScriptedSource source = new ScriptedSource("users").Sync();
        await using RunningController controller = new(2, source);
        source.Tell(One);
        source.Tell(Two);
        Exception[] failures = [new InvalidCastException(), new OperationCanceledException(), new TaskCanceledException(), new TimeoutException(), new TerminalException("no")];
        foreach (Exception failure in failures)
        {
            // Two calls at once: both workers are there.
            ReconcileCall[] both = [await controller.Reconciler.NextAsync(), await controller.Reconciler.NextAsync()];
            Array.ForEach(both, call => call.Throw(failure));
            await Eventually.HoldsAsync(() => controller.Controller.Readings.Running.Count == 0);
            source.Tell(One);
            source.Tell(Two);
        }

        ReconcileCall[] last = [await controller.Reconciler.NextAsync(), await controller.Reconciler.NextAsync()];
        Array.ForEach(last, call => call.Succeed());
    }

    [Fact]
    public async Task C3_a_reconciler_that_throws_before_its_first_await_or_gives_no_result_failed()
    {
        int calls = 0;
        TaskCompletionSource third = new();
        using Controller controller = new(
            new ControllerOptions { Name = "tests" }, new Reconciler(_ => Interlocked.Increment(ref calls) switch
            {
                1 => throw new InvalidOperationException(),
                2 => Task.FromResult<ReconcileResult>(null!),
                _ => Third(),
            }),
            [new ScriptedSource("users", One).Sync()], TimeProvider.System, NullLogger.Instance);
        using CancellationTokenSource end = new();
        Task term = controller.RunAsync(end.Token);
        await third.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await end.CancelAsync();
        await term;

        Task<ReconcileResult> Third()
        {
            third.TrySetResult();
            return Task.FromResult(ReconcileResult.AsWanted);
        }
    }

    [Fact]
    public async Task C4_what_is_deleted_before_its_turn_is_not_found_which_is_success()
    {
        ScriptedSource source = new ScriptedSource("users").Sync();
        HashSet<ObjectKey> objects = [One, Two];
        await using RunningController controller = new(1, source);
        source.Tell(One);
        ReconcileCall busy = await controller.Reconciler.NextAsync();
        source.Tell(Two);
        objects.Remove(Two);
        busy.Succeed();

        ReconcileCall call = await controller.Reconciler.NextAsync();
        Assert.Equal(Two, call.Key);
        Assert.DoesNotContain(call.Key, objects);
        call.Succeed();
        await Eventually.HoldsAsync(() => controller.Controller.Readings is { Running.Count: 0, QueueDepth: 0 });
        Assert.Equal(2, controller.Reconciler.Count);
    }

    [Fact]
    public async Task L9_a_second_term_begins_with_every_key_and_the_same_sources()
    {
        ScriptedSource source = new ScriptedSource("users", One, Two).Sync();
        ScriptedReconciler reconciler = new();
        using Controller controller = new(new ControllerOptions { Name = "tests" }, reconciler, [source], new ManualTime(), NullLogger.Instance);
        for (int term = 1; term <= 2; term++)
        {
            using CancellationTokenSource end = new();
            Task run = controller.RunAsync(end.Token);
            HashSet<ObjectKey> seen = [];
            for (int key = 0; key < 2; key++)
            {
                ReconcileCall call = await reconciler.NextAsync();
                seen.Add(call.Key);
                call.Succeed();
            }

            Assert.Equal(new HashSet<ObjectKey> { One, Two }, seen);
            Assert.Equal(term, source.Subscriptions);
            await end.CancelAsync();
            await run;
            Assert.Null(source.Keys);
        }

        Assert.Equal(4, reconciler.Count);
    }

    [Fact]
    public async Task A_term_ends_after_its_reconciles_which_see_the_end()
    {
        RunningController controller = new(1, new ScriptedSource("users", One, Two).Sync());
        ReconcileCall call = await controller.Reconciler.NextAsync();
        controller.End();
        Assert.True(call.Cancellation.IsCancellationRequested);
        Assert.False(controller.Term.IsCompleted);
        await Assert.ThrowsAsync<InvalidOperationException>(() => controller.Controller.RunAsync(CancellationToken.None));

        call.Throw(new OperationCanceledException(call.Cancellation));
        await controller.DisposeAsync();
        Assert.Equal(1, controller.Reconciler.Count);
        Assert.False(controller.Controller.Readings.IsRunning);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_term_with_its_failure()
    {
        ScriptedSource source = new("users");
        using Controller controller = new(new ControllerOptions { Name = "tests" }, new ScriptedReconciler(), [source], new ManualTime(), NullLogger.Instance);
        Task term = controller.RunAsync(CancellationToken.None);
        source.Break(new InvalidOperationException("no such kind"));
        Assert.Equal("no such kind", (await Assert.ThrowsAsync<InvalidOperationException>(() => term)).Message);
        Assert.Null(source.Keys);
        Assert.False(controller.Readings.IsRunning);
    }

    private sealed class Reconciler(Func<ObjectKey, Task<ReconcileResult>> reconcile) : IReconciler
    {
        public Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken) => reconcile(key);
    }
}
