using Webhooks.Client.Leases;
using Webhooks.Client.Sending;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Leases;

public sealed class LeaderTermTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly LeaseServer _server = new();
    private readonly Candidate _a;

    public LeaderTermTests() => _a = new Candidate(_server, _time).Start();

    public void Dispose() => _a.Dispose();

    [Fact]
    public void L3_a_term_is_over_ten_seconds_after_the_start_of_its_last_renewal_while_a_request_hangs()
    {
        // Renewed at two seconds, which took one: the term counts from two.
        _a.Line.Stall();
        Advance(3);
        InlineThread.Run(_a.Line.Resume);
        Assert.Equal(["get", "create", "update"], _a.Line.Reached);
        _a.Line.Stall();
        Advance(8.999);
        Assert.True(_a.IsLeader);
        Assert.False(_a.Term.Token.IsCancellationRequested);
        Advance(0.001);
        Assert.False(_a.IsLeader);
        Assert.True(_a.Term.Token.IsCancellationRequested);
    }

    [Fact]
    public void L3_a_term_that_was_won_slowly_counts_from_the_request()
    {
        using Candidate slow = new(new LeaseServer(), _time, "slow");
        slow.Line.Before = request =>
        {
            if (request.Verb == "create")
            {
                _time.Jump(TimeSpan.FromSeconds(4));
            }
        };
        slow.Start();
        slow.Line.Stall();
        Advance(5.999);
        Assert.True(slow.IsLeader);
        Advance(0.001);
        Assert.True(slow.Term.Token.IsCancellationRequested);
    }

    [Fact]
    public void L3_a_win_whose_answer_came_after_the_deadline_is_none()
    {
        using Candidate slow = new(new LeaseServer(), _time, "slow");
        bool isSlow = true;
        slow.Line.Before = request =>
        {
            if (request.Verb == "create" && isSlow)
            {
                isSlow = false;
                _time.Jump(TimeSpan.FromSeconds(10));
            }
        };
        slow.Start();
        Assert.Empty(slow.Terms);
        Advance(5);
        Assert.True(slow.IsLeader);
        Assert.Equal(["get", "create", "get", "update"], slow.Line.Reached[..4]);
    }

    [Fact]
    public void L4_nothing_renews_once_a_term_is_over()
    {
        Advance(1);
        _a.Line.Stall();
        Advance(9.5);
        Assert.True(_a.Term.IsOver);
        Assert.Equal(["get", "create"], _a.Line.Reached);
        _a.Stop();
        InlineThread.Run(_a.Line.Resume);
        Advance(60);

        // What it still sent is the release, after all else.
        Assert.Equal((0, ""), (_a.Line.InFlight, _server.Holder));
        Assert.Equal(["get", "create", "update"], _a.Line.Reached);
        Assert.Equal(1, _a.Line.MostInFlight);
    }

    [Fact]
    public void L4_a_renewal_that_hangs_ends_with_the_term_and_before_anything_else_begins()
    {
        TaskCompletionSource stopping = new();
        _a.Stopping = () => stopping.Task;
        _a.Line.Stall();
        Advance(3);
        Assert.Equal(1, _a.Line.InFlight);
        _a.Stop();
        Assert.Equal(0, _a.Line.InFlight);
        InlineThread.Run(_a.Line.Resume);
        Advance(9);
        Assert.Equal(["get", "create"], _a.Line.Reached);
        InlineThread.Run(stopping.SetResult);
        Assert.Equal(["get", "create", "update"], _a.Line.Reached);
    }

    [Fact]
    public async Task L5_requests_of_a_term_are_refused_once_it_is_over()
    {
        LeaseLine line = new(_server);
        IApiTransport fenced = _a.Term.Fence(line);
        Assert.True(fenced.SendAsync(_a.Line.FirstSent!, CancellationToken.None).IsCompletedSuccessfully);
        _a.Stopping = () => fenced.SendAsync(_a.Line.FirstSent!, CancellationToken.None);
        _a.Stop();
        Assert.Equal(["get"], line.Asked);
        LeadershipLostException lost = await Assert.ThrowsAsync<LeadershipLostException>(() => fenced.SendAsync(_a.Line.FirstSent!, CancellationToken.None));
        Assert.Equal(_a.Term.Token, lost.CancellationToken);
        Assert.Equal(["get"], line.Asked);
        Assert.True(_a.Run.IsCompletedSuccessfully);
    }

    [Fact]
    public void L5_a_process_that_was_held_up_is_fenced_by_the_clock_before_any_timer_rings()
    {
        LeaseLine line = new(_server);
        IApiTransport fenced = _a.Term.Fence(line);
        using ITimer first = _time.CreateTimer(
            _ =>
            {
                Assert.False(_a.Term.Token.IsCancellationRequested);
                Assert.False(_a.IsLeader);
                Assert.True(fenced.SendAsync(_a.Line.FirstSent!, CancellationToken.None).IsCanceled);
            },
            null,
            TimeSpan.FromTicks(1),
            Timeout.InfiniteTimeSpan);
        _a.Line.Stall();
        InlineThread.Run(() => _time.Jump(TimeSpan.FromSeconds(20)));
        Assert.True(_a.Term.Token.IsCancellationRequested);
        Assert.Empty(line.Asked);
    }

    [Fact]
    public async Task L5_a_request_that_hangs_when_the_term_ends_is_not_sent_later()
    {
        LeaseLine line = new(_server);
        line.Stall();
        Task<ApiResponse> hanging = _a.Term.Fence(line).SendAsync(_a.Line.FirstSent!, CancellationToken.None);
        _a.Stop();
        InlineThread.Run(line.Resume);
        await Assert.ThrowsAsync<LeadershipLostException>(() => hanging);
        Assert.Empty(line.Reached);
    }

    [Fact]
    public void A_leader_whose_lease_is_taken_or_deleted_stops_at_its_next_renewal()
    {
        foreach (string? lease in (string?[])["""{"kind":"Lease","spec":{"holderIdentity":"x","leaseDurationSeconds":15}}""", null])
        {
            LeaseServer server = new();
            using Candidate leader = new Candidate(server, _time).Start();
            server.Store(lease);
            Advance(2);
            Assert.True(leader.Term.Token.IsCancellationRequested || leader.Term.Number == 2);
            Assert.Equal(["get", "create", "work 1", "update", "get", "stopping", "stopped"], leader.Events.Take(7));
        }
    }

    [Fact]
    public void A_renewal_whose_answer_was_lost_is_found_by_reading()
    {
        bool isLost = true;
        _a.Line.Loss = _ => isLost ? new TimeoutException("the answer was lost") : null;
        Advance(2);
        isLost = false;
        Advance(7);
        Assert.Equal(["get", "create", "update", "update", "get", "update", "update", "update"], _a.Line.Reached);
        Advance(60);
        Assert.Equal((1, true), (_a.Term.Number, _a.IsLeader));
    }

    private void Advance(double seconds) => InlineThread.Run(() => _time.Advance(TimeSpan.FromSeconds(seconds)));
}
