using System.Text.Json.Nodes;
using Webhooks.Client.Leases;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Leases;

public sealed class LeaderElectorTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly LeaseServer _server = new();
    private readonly Candidate _a;
    private readonly Candidate _b;

    public LeaderElectorTests()
    {
        _a = new Candidate(_server, _time);
        _b = new Candidate(_server, _time, "b");
    }

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
    }

    [Fact]
    public void L1_the_first_leads_while_it_renews_and_the_other_waits()
    {
        _a.Start();
        _b.Start();
        for (int second = 0; second < 120; second++)
        {
            Advance(1);
            Assert.True(_a.IsLeader);
            Assert.False(_b.IsLeader);
        }

        Assert.Equal(["get"], _b.Line.Reached.Distinct());
        JsonNode spec = _server.Lease!["spec"]!;
        Assert.Equal(("a", 15, 0), ((string?)spec["holderIdentity"], (int)spec["leaseDurationSeconds"]!, (int)spec["leaseTransitions"]!));
        Assert.Equal(("2026-01-01T12:00:00.000000Z", "2026-01-01T12:02:00.000000Z"), ((string?)spec["acquireTime"], (string?)spec["renewTime"]));
    }

    [Fact]
    public void L2_a_candidate_takes_over_when_the_record_stayed_the_same_for_its_own_duration()
    {
        // By their clocks it ran out long ago, or holds for a thousand years: neither matters.
        foreach (string date in (string[])["1970-01-01T00:00:00.000000Z", "3026-01-01T00:00:00.000000Z"])
        {
            ManualTime time = new();
            LeaseServer server = new();
            server.Store($$$"""{"kind":"Lease","spec":{"holderIdentity":"x","leaseDurationSeconds":40,"acquireTime":"{{{date}}}","renewTime":"{{{date}}}"}}""");
            using Candidate candidate = new Candidate(server, time).Start();
            InlineThread.Run(() => time.Advance(TimeSpan.FromSeconds(39.9)));
            Assert.False(candidate.IsLeader);
            InlineThread.Run(() => time.Advance(TimeSpan.FromSeconds(0.1)));
            Assert.True(candidate.IsLeader);
            Assert.Equal(1, (int)server.Lease!["spec"]!["leaseTransitions"]!);
        }
    }

    [Fact]
    public void L2_a_lease_that_nobody_holds_is_taken_at_once()
    {
        _server.Store("""{"kind":"Lease","spec":{"holderIdentity":"","leaseDurationSeconds":1,"leaseTransitions":7}}""");
        _a.Start();
        Assert.True(_a.IsLeader);
        Assert.Equal(8, (int)_server.Lease!["spec"]!["leaseTransitions"]!);
    }

    [Theory]
    [InlineData("""{"kind":"Lease"}""")]
    [InlineData("""{"kind":"Lease","spec":null}""")]
    [InlineData("""{"kind":"Lease","spec":{}}""")]
    [InlineData("""{"kind":"Lease","spec":{"holderIdentity":null,"leaseDurationSeconds":null,"acquireTime":null,"renewTime":null,"leaseTransitions":null}}""")]
    public void L7_a_lease_without_content_is_acquired_by_update(string lease)
    {
        _server.Store(lease);
        _a.Start();
        Assert.True(_a.IsLeader);
        Assert.Equal(["get", "update"], _a.Line.Reached);
    }

    [Fact]
    public void L9_who_leads_again_has_a_new_term_and_asks_for_nothing_but_its_lease()
    {
        _a.Start();
        LeaderTerm first = _a.Term;
        _a.Line.Stall();
        Advance(11);
        Assert.True(first.IsOver);
        Assert.False(_a.Run.IsCompleted);
        InlineThread.Run(_a.Line.Resume);
        Advance(30);
        Assert.Equal((2, false, true), (_a.Term.Number, _a.Term.IsOver, first.IsOver));
        Assert.DoesNotContain("list", _a.Line.Asked);
        Assert.Equal(0, (int)_server.Lease!["spec"]!["leaseTransitions"]!);
    }

    [Theory]
    [InlineData(null, "create")]
    [InlineData("{\"kind\":\"Lease\"}", "update")]
    public void L10_a_standby_that_is_stopped_does_not_begin_even_when_it_has_just_won(string? lease, string won)
    {
        _server.Store(lease);
        _a.Line.Before = request =>
        {
            if (request.Verb == won)
            {
                _a.Stop();
            }
        };
        _a.Start();
        Assert.Empty(_a.Terms);
        Assert.True(_a.Run.IsCompletedSuccessfully);
        Assert.Equal(["get", won, "get", "update"], _a.Line.Reached);
        Assert.Equal("", _server.Holder);
    }

    [Fact]
    public void L10_a_standby_that_is_stopped_while_its_request_hangs_takes_nothing_later()
    {
        _a.Line.Stall();
        _a.Start();
        _a.Stop();
        InlineThread.Run(_a.Line.Resume);
        Advance(60);
        Assert.Empty(_a.Terms);
        Assert.Empty(_a.Line.Reached);
        Assert.True(_a.Run.IsCompletedSuccessfully);
    }

    [Fact]
    public void An_elector_runs_once()
    {
        _a.Start();
        _a.Start();
        Assert.IsType<InvalidOperationException>(_a.Run.Exception?.InnerException);
    }

    private void Advance(double seconds) => InlineThread.Run(() => _time.Advance(TimeSpan.FromSeconds(seconds)));
}
