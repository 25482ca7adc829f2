using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Clusters;

/// <summary><c>serve</c> and the namespaces of a cluster: over TLS, both ways.</summary>
public sealed class ClusterNamespacesTests
{
    private const string Namespaces = "/api/v1/namespaces";
    private const string Named = $"{Namespaces}/user-alice";

    private static readonly byte[] Review = """
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"1","kind":{"group":"users.example.com","version":"v1","kind":"User"},"name":"alice",
         "operation":"CREATE","object":{"apiVersion":"users.example.com/v1","kind":"User","metadata":{"name":"alice","uid":"u"},"spec":{"display_name":"Alice"}}}}
        """u8.ToArray();

    [Fact]
    public async Task A_namespace_that_is_made_given_away_or_deleted_counts_as_soon_as_it_is_known()
    {
        await using TemplatedCluster cluster = await TemplatedCluster.StartAsync();
        using HttpClient client = cluster.Reviewer(await cluster.Ready);
        Assert.Equal("", await RefusalAsync(client));

        await MakeAsync(cluster);
        await Eventually.HoldsAsync(async () => (await RefusalAsync(client)).StartsWith("Operation cannot be fulfilled on users.users.example.com \"alice\": metadata.name: Duplicate value: \"user-alice\"", StringComparison.Ordinal));

        await ChangeAsync(cluster, """{"metadata":{"annotations":{"users.example.com/adopt":"alice"}}}""");
        await Eventually.HoldsAsync(async () => await RefusalAsync(client) == "");
        await ChangeAsync(cluster, """{"metadata":{"annotations":{"users.example.com/adopt":null}}}""");
        await Eventually.HoldsAsync(async () => await RefusalAsync(client) != "");

        Assert.Equal(HttpStatusCode.OK, (await cluster.Admin.SendAsync(HttpMethod.Delete, Named, "")).Code);
        await Eventually.HoldsAsync(async () => await RefusalAsync(client) == "");
    }

    [Fact]
    public async Task An_API_server_that_goes_away_takes_nothing_away()
    {
        await using TemplatedCluster cluster = await TemplatedCluster.StartAsync();
        using HttpClient client = cluster.Reviewer(await cluster.Ready);
        await MakeAsync(cluster);
        await Eventually.HoldsAsync(async () => await RefusalAsync(client) != "");
        cluster.Gate.Close();
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz?verbose")).Text.Contains("[+]namespaces ok: warning: ", StringComparison.Ordinal));
        Assert.NotEqual("", await RefusalAsync(client));
        cluster.Gate.Open();
        await Eventually.HoldsAsync(async () => (await cluster.LookAsync("/readyz?verbose")).Text.Contains("[+]namespaces ok\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_list_serves_without_the_look_up_and_with_it_as_soon_as_he_may()
    {
        await using TemplatedCluster cluster = await TemplatedCluster.StartAsync("serve", "people");
        await cluster.GrantAsync("Role", "configmaps");
        using HttpClient client = cluster.Reviewer(await cluster.Ready.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.Equal(HttpStatusCode.OK, (await cluster.LookAsync("/readyz")).Code);
        string verbose = (await cluster.LookAsync("/readyz?verbose")).Text;
        Assert.Contains("[+]namespaces ok: warning: not looked at: namespaces is forbidden: User \"serve\" cannot ", verbose, StringComparison.Ordinal);
        Assert.Contains("; give this account a ClusterRole with get, list and watch on namespaces (docs/operations.md has one)\n", verbose, StringComparison.Ordinal);
        await MakeAsync(cluster);
        Assert.Equal("", await RefusalAsync(client));

        await cluster.GrantAsync("ClusterRole", "namespaces");
        await Eventually.HoldsAsync(async () => await RefusalAsync(client) != "");
        Assert.Contains("[+]namespaces ok\n", (await cluster.LookAsync("/readyz?verbose")).Text, StringComparison.Ordinal);
    }

    private static async Task MakeAsync(TemplatedCluster cluster) =>
        Assert.Equal(HttpStatusCode.Created, (await cluster.Admin.SendAsync(HttpMethod.Post, Namespaces, """{"metadata":{"name":"user-alice"}}""")).Code);

    private static async Task ChangeAsync(TemplatedCluster cluster, string patch) =>
        Assert.Equal(HttpStatusCode.OK, (await cluster.Admin.SendAsync(HttpMethod.Patch, Named, patch, "application/merge-patch+json")).Code);

    /// <summary>Why the User would be refused; empty: it would not.</summary>
    private static async Task<string> RefusalAsync(HttpClient client)
    {
        using ByteArrayContent body = new(Review) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using HttpResponseMessage answer = await client.PostAsync("/validate/users", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        JsonElement response = document.RootElement.GetProperty("response");
        return response.GetProperty("allowed").GetBoolean() ? "" : response.GetProperty("status").GetProperty("message").GetString()!;
    }
}
