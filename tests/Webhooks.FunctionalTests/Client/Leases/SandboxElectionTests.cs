using System.Net;
using System.Text.RegularExpressions;
using Webhooks.Client.Configuration;
using Webhooks.Client.Leases;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Faults;
using Webhooks.Sandbox.Recording;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Leases;

/// <summary>Elections at an API server, each candidate by a connection of its own.</summary>
public sealed partial class SandboxElectionTests : IAsyncLifetime, IDisposable
{
    private const string Leases = "/apis/coordination.k8s.io/v1/namespaces/default/leases";

    private readonly TemporaryFolder _folder = new();
    private readonly List<ApiConnection> _connections = [];
    private ApiServer _server = null!;
    private SandboxClient _client = null!;
    private ClientOptions _options = null!;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.StartAsync(new ApiServerOptions { RecordsRequests = true, MakesServiceAccounts = false });
        _client = new SandboxClient(_server);
        _options = ClientConfiguration.Find(_folder.Write("config", _server.Kubeconfig("elector", "system:masters")));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _connections.ForEach(connection => connection.Dispose());
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task L6_a_leader_that_is_stopped_hands_over_to_the_one_that_waits()
    {
        using LeadingWork first = new(Elector("a"));
        LeaderTerm term = await first.Leads;
        using LeadingWork second = new(Elector("b"));
        await Eventually.HoldsAsync(() => _server.Requests.Any(request => request.Verb == "get" && request.UserAgent.StartsWith('b') && request.Code == HttpStatusCode.OK));
        JsonValue held = await LeaseAsync();
        AssertHeld(held, "a", transitions: 0);

        // What kubectl or others wrote stays through all of it.
        await _client.SendAsync(HttpMethod.Patch, $"{Leases}/lock", """{"metadata":{"annotations":{"by":"another"}}}""", "application/merge-patch+json");
        await first.StopAsync();
        Assert.True(term.IsOver);
        await second.Leads;
        JsonValue taken = await LeaseAsync();
        AssertHeld(taken, "b", transitions: 1);
        Assert.True(string.CompareOrdinal(taken["spec"]["acquireTime"].AsString(), held["spec"]["acquireTime"].AsString()) > 0);
        Assert.Equal("another", taken["metadata"]["annotations"]["by"].AsString());

        await second.StopAsync();
        JsonValue released = await LeaseAsync();
        Assert.Equal(("", "1"), (released["spec"]["holderIdentity"].AsString(), System.Text.Encoding.UTF8.GetString(released["spec"]["leaseDurationSeconds"].RawText)));
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"lock"}}""")]
    [InlineData("""{"metadata":{"name":"lock"},"spec":{"holderIdentity":null,"renewTime":null}}""")]
    public async Task L7_a_lease_without_content_is_acquired_by_update(string lease)
    {
        Assert.Equal(HttpStatusCode.Created, (await _client.SendAsync(HttpMethod.Post, Leases, lease)).Code);
        using LeadingWork leader = new(Elector("a"));
        await leader.Leads;
        AssertHeld(await LeaseAsync(), "a", transitions: 1);
        await leader.StopAsync();
    }

    [Fact]
    public async Task L4_a_renewal_that_the_server_holds_back_ends_with_the_term_and_is_never_done()
    {
        ManualTime time = new();
        using LeadingWork leader = new(Elector("a", time));
        LeaderTerm term = await leader.Leads;
        IApiTransport fenced = term.Fence(Connection("work"));
        string before = Version(await LeaseAsync());
        using (Fault stall = _server.Faults.Add(new FaultMatch { Verb = "update", Resource = "leases" }, new FaultEffect.Stall()))
        {
            // The term was won at the start of this clock. A renewal is sent after two seconds and given up after seven, another after nine.
            await Eventually.HoldsAsync(() => Advanced(time, stall, 1));
            await Eventually.HoldsAsync(() => Advanced(time, stall, 2));
            await Eventually.HoldsAsync(() =>
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                return term.Token.IsCancellationRequested;
            });
            Assert.True(time.GetUtcNow() <= new ManualTime().GetUtcNow() + TimeSpan.FromSeconds(10.1), $"the term ended at {time.GetUtcNow():HH:mm:ss.f}");
            await leader.StopAsync();

            // That a request was given up takes a moment to be known at the server.
            await Eventually.HoldsAsync(() => _server.Requests.Count(request => request.Verb == "update" && request.End == RequestEnd.Aborted) == stall.Fired);
        }

        Assert.DoesNotContain(_server.Requests, request => request.Verb == "update" && request.End == RequestEnd.Complete);
        Assert.Equal(before, Version(await LeaseAsync()));
        ApiRequest write = new() { Method = HttpMethod.Delete, Target = $"{Leases}/lock", Verb = "delete" };
        await Assert.ThrowsAsync<LeadershipLostException>(() => fenced.SendAsync(write, CancellationToken.None));
        Assert.DoesNotContain(_server.Requests, request => request.Verb == "delete");
    }

    private static bool Advanced(ManualTime time, Fault stall, int requests)
    {
        if (stall.Fired < requests)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return stall.Fired >= requests;
    }

    private static string Version(JsonValue lease) => lease["metadata"]["resourceVersion"].GetString();

    private static void AssertHeld(JsonValue lease, string holder, long transitions)
    {
        JsonValue spec = lease["spec"];
        Assert.Equal(holder, spec["holderIdentity"].AsString());
        Assert.True(spec["leaseDurationSeconds"].TryGetInt64(out long duration) && duration == 15);
        Assert.True(spec["leaseTransitions"].TryGetInt64(out long counted) && counted == transitions, $"{counted} transitions");
        Assert.Matches(MicroTime(), spec["acquireTime"].GetString());
        Assert.Matches(MicroTime(), spec["renewTime"].GetString());
    }

    private async Task<JsonValue> LeaseAsync() => (await _client.GetAsync($"{Leases}/lock")).Body;

    private LeaderElector Elector(string identity, TimeProvider? time = null) => new(
        Connection(identity),
        new LeaderElectionOptions
        {
            LeaseNamespace = "default",
            LeaseName = "lock",
            Identity = identity,
            ReleaseOnCancel = time == null,
            RetryPeriod = time == null ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(2),
        },
        time ?? TimeProvider.System,
        new Random(1));

    private ApiConnection Connection(string product)
    {
        ApiConnection connection = ApiConnection.Open(_options, new ApiConnectionSettings { Product = product });
        _connections.Add(connection);
        return connection;
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z$")]
    private static partial Regex MicroTime();
}
