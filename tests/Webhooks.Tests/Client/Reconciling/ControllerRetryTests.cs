using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>C2: what comes after a reconcile, in tests of its number.</summary>
public sealed class ControllerRetryTests
{
    private static readonly ObjectKey One = new("n", "one");
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task C2_a_failure_is_tried_again_for_ever_later_and_later_and_a_success_is_a_new_beginning()
    {
        ScriptedSource source = new ScriptedSource("users", One).Sync();
        await using RunningController controller = new(1, source);
        TimeSpan expected = First;
        for (int failure = 0; failure < 50; failure++)
        {
            ReconcileCall call = await controller.Reconciler.NextAsync();
            if (failure % 2 == 0)
            {
                call.Throw(new InvalidOperationException());
            }
            else
            {
                call.Answer(new ReconcileResult.Failed("not yet"));
            }

            Assert.Equal(expected, await controller.Delays.PassNextAsync());
            expected = expected < TimeSpan.FromSeconds(500) ? 2 * expected : TimeSpan.FromSeconds(1000);
        }

        (await controller.Reconciler.NextAsync()).Succeed();
        source.Tell(One);
        (await controller.Reconciler.NextAsync()).Throw(new InvalidOperationException());
        Assert.Equal(First, await controller.Delays.PassNextAsync());
        (await controller.Reconciler.NextAsync()).Succeed();
    }

    [Fact]
    public async Task C2_a_key_that_comes_again_after_a_time_is_no_failure()
    {
        await using RunningController controller = new(1, new ScriptedSource("users", One).Sync());
        (await controller.Reconciler.NextAsync()).Throw(new InvalidOperationException());
        Assert.Equal(First, await controller.Delays.PassNextAsync());

        TimeSpan minute = TimeSpan.FromMinutes(1);
        (await controller.Reconciler.NextAsync()).Answer(new ReconcileResult.RequeueAfter(minute));
        Assert.Equal(minute, await controller.Delays.PassNextAsync());

        (await controller.Reconciler.NextAsync()).Throw(new InvalidOperationException());
        Assert.Equal(First, await controller.Delays.PassNextAsync());
        (await controller.Reconciler.NextAsync()).Succeed();
    }

    [Fact]
    public async Task C2_a_failure_wins_over_the_time_that_was_asked_for_before()
    {
        ScriptedSource source = new ScriptedSource("users", One).Sync();
        await using RunningController controller = new(1, source);
        ReconcileCall call = await controller.Reconciler.NextAsync();
        source.Tell(One);
        call.Answer(new ReconcileResult.RequeueAfter(TimeSpan.FromHours(1)));

        (await controller.Reconciler.NextAsync()).Throw(new InvalidOperationException());
        Assert.Equal(First, await controller.Delays.PassNextAsync());
        (await controller.Reconciler.NextAsync()).Succeed();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C2_a_terminal_failure_is_not_tried_again_until_something_changes(bool throws)
    {
        ScriptedSource source = new ScriptedSource("users", One).Sync();
        await using RunningController controller = new(1, source);
        ReconcileCall call = await controller.Reconciler.NextAsync();
        if (throws)
        {
            call.Throw(new TerminalException("no such class"));
        }
        else
        {
            call.Answer(new ReconcileResult.Failed("no such class") { IsTerminal = true });
        }

        await Eventually.HoldsAsync(() => controller.Controller.Readings.Running.Count == 0);
        controller.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, controller.Controller.Readings.QueueDepth);
        Assert.Equal(1, controller.Reconciler.Count);

        source.Tell(One);
        (await controller.Reconciler.NextAsync()).Throw(new InvalidOperationException());
        Assert.Equal(First, await controller.Delays.PassNextAsync());
        (await controller.Reconciler.NextAsync()).Succeed();
    }

    [Fact]
    public void C2_a_time_of_nothing_would_go_round_and_round()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReconcileResult.RequeueAfter(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReconcileResult.RequeueAfter(TimeSpan.FromSeconds(-1)));
    }
}
