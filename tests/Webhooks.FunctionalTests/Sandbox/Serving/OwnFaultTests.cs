using System.Net;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Serving;

public sealed class OwnFaultTests
{
    [Theory]
    [InlineData(1, "Webhooks.Sandbox.Serving.RequestHandler")]
    [InlineData(2, "Webhooks.Sandbox.Serving.Responding")]
    public async Task A_bug_is_answered_with_all_that_is_known_and_ends_nothing_else(int look, string place)
    {
        BrokenTime time = new();
        await using ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { Time = time });
        using SandboxClient client = new(server);
        time.BreakAt(look);

        (HttpStatusCode code, JsonValue body) = await client.GetAsync("/api/v1/namespaces/default");

        Assert.Equal(HttpStatusCode.InternalServerError, code);
        Assert.Equal(("Status", "InternalError"), (body["kind"].AsString(), body["reason"].AsString()));
        Assert.StartsWith(
            "Internal error occurred: this request caused the server to panic: System.InvalidOperationException: the clock is broken",
            body["message"].AsString(),
            StringComparison.Ordinal);
        Assert.Contains(place, body["message"].AsString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/namespaces/default")).Code);
    }

    /// <summary>A clock that cannot be looked at once.</summary>
    private sealed class BrokenTime : TimeProvider
    {
        private int _looks;

        public void BreakAt(int look) => Volatile.Write(ref _looks, look);

        public override DateTimeOffset GetUtcNow() =>
            Interlocked.Decrement(ref _looks) == 0 ? throw new InvalidOperationException("the clock is broken") : base.GetUtcNow();
    }
}
