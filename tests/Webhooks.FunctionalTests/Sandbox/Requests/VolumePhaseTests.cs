using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class VolumePhaseTests
{
    private const string Volumes = "/api/v1/persistentvolumes";
    private const string Volume = """{"metadata":{"name":"x"},"spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"hostPath":{"path":"/x"}}}""";

    [Fact]
    public async Task A_volume_says_since_when_it_is_in_its_phase()
    {
        ManualTime time = new();
        await using ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { Time = time });
        using SandboxClient client = new(server);
        Assert.Equal(("Pending", "2026-01-01T12:00:00Z"), Since(await client.SendAsync(HttpMethod.Post, Volumes, Volume)));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(("Pending", "2026-01-01T12:00:00Z"), Since(await Patch("""{"message":"a","lastPhaseTransitionTime":null}""")));
        Assert.Equal(("Available", "2026-01-01T12:01:00Z"), Since(await Patch("""{"phase":"Available"}""")));
        Assert.Equal(("Bound", "2020-01-01T00:00:00Z"), Since(await Patch("""{"phase":"Bound","lastPhaseTransitionTime":"2020-01-01T00:00:00Z"}""")));
        Assert.Equal(("Bound", "2021-01-01T00:00:00Z"), Since(await Patch("""{"lastPhaseTransitionTime":"2021-01-01T00:00:00Z"}""")));

        Task<(System.Net.HttpStatusCode, JsonValue)> Patch(string status) => client.SendAsync(
            HttpMethod.Patch, Volumes + "/x/status", "{\"status\":" + status + "}", "application/merge-patch+json");
    }

    private static (string?, string?) Since((System.Net.HttpStatusCode Code, JsonValue Body) answer) =>
        (answer.Body["status"]["phase"].AsString(), answer.Body["status"]["lastPhaseTransitionTime"].AsString());
}
