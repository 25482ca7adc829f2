using Webhooks.Client.Leases;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Leases;

public sealed class LeaderShutdownTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly LeaseServer _server = new();
    private readonly Candidate _a;

    public LeaderShutdownTests() => _a = new Candidate(_server, _time).Start();

    public void Dispose() => _a.Dispose();

    [Fact]
    public void L6_work_is_stopped_and_awaited_before_the_lease_is_released()
    {
        TaskCompletionSource stopping = new();
        _a.Stopping = () => stopping.Task;
        _a.Stop();
        Advance(9);
        Assert.Equal("a", _server.Holder);
        InlineThread.Run(stopping.SetResult);
        Assert.True(_a.Run.IsCompletedSuccessfully);
        Assert.Equal(["stopping", "stopped", "update"], _a.Events.TakeLast(3));
        Assert.Equal("", _server.Holder);
        Assert.Equal(1, (int)_server.Lease!["spec"]!["leaseDurationSeconds"]!);

        using Candidate next = new Candidate(_server, _time, "b").Start();
        Assert.True(next.IsLeader);
        Assert.Equal(1, (int)_server.Lease!["spec"]!["leaseTransitions"]!);
    }

    [Fact]
    public void L6_a_release_that_meets_a_conflict_begins_again_with_a_fresh_read()
    {
        _server.Store(_server.Lease!.ToJsonString().Replace("\"metadata\":{", "\"metadata\":{\"labels\":{\"by\":\"another\"},", StringComparison.Ordinal));
        _a.Stop();
        Assert.Equal(["update", "get", "update"], _a.Line.Reached[^3..]);
        Assert.Equal("", _server.Holder);
        Assert.Equal("another", (string?)_server.Lease!["metadata"]!["labels"]!["by"]);
    }

    [Fact]
    public void L6_a_lease_that_is_anothers_by_then_is_left_alone()
    {
        _server.Store("""{"kind":"Lease","spec":{"holderIdentity":"x","leaseDurationSeconds":15}}""");
        _a.Stop();
        Assert.Equal("x", _server.Holder);
        Assert.True(_a.Run.IsCompletedSuccessfully);
    }

    [Fact]
    public void L6_work_that_does_not_stop_within_the_budget_ends_the_run_without_a_release()
    {
        _a.Stopping = () => new TaskCompletionSource().Task;
        _a.Stop();
        Advance(9.999);
        Assert.False(_a.Run.IsCompleted);
        Advance(0.001);
        WorkNotStoppedException failure = Assert.IsType<WorkNotStoppedException>(_a.Run.Exception?.InnerException);
        Assert.Equal(
            "the work of the leader by Lease default/lock did not stop within 10 s of its term's end; end the process, and let the work heed LeaderTerm.Token",
            failure.Message);
        Advance(60);
        Assert.Equal(("a", "create"), (_server.Holder, _a.Line.Reached[^1]));
    }

    [Fact]
    public void L6_a_server_that_does_not_answer_ends_the_release_in_time()
    {
        _a.Line.Stall();
        _a.Stop();
        Advance(4.999);
        Assert.False(_a.Run.IsCompleted);
        Advance(0.001);
        Assert.True(_a.Run.IsCompletedSuccessfully);
        Assert.Equal("a", _server.Holder);
    }

    [Fact]
    public void L6_a_release_that_fails_is_tried_again()
    {
        int failures = 2;
        _a.Line.Failure = _ => failures-- > 0 ? new TimeoutException("no answer") : null;
        _a.Stop();
        Advance(4);
        Assert.True(_a.Run.IsCompletedSuccessfully);
        Assert.Equal("", _server.Holder);
    }

    [Fact]
    public void A_lease_is_kept_where_that_is_asked_for()
    {
        LeaseServer server = new();
        using Candidate keeper = new Candidate(server, _time, "keeper", options => options with { ReleaseOnCancel = false }).Start();
        keeper.Stop();
        Assert.True(keeper.Run.IsCompletedSuccessfully);
        Assert.Equal("keeper", server.Holder);
    }

    [Fact]
    public void Work_that_ends_by_itself_ends_the_election()
    {
        InlineThread.Run(_a.WorkEnd.SetResult);
        Assert.True(_a.Run.IsCompletedSuccessfully);
        Assert.Equal(("", true), (_server.Holder, _a.Term.IsOver));
    }

    [Fact]
    public void Work_that_fails_ends_the_election_with_its_failure_after_the_release()
    {
        InlineThread.Run(() => _a.WorkEnd.SetException(new InvalidDataException("broken")));
        Assert.Equal("broken", Assert.IsType<InvalidDataException>(_a.Run.Exception?.InnerException).Message);
        Assert.Equal("", _server.Holder);
    }

    private void Advance(double seconds) => InlineThread.Run(() => _time.Advance(TimeSpan.FromSeconds(seconds)));
}
