using System.Globalization;
using System.Net;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Admission;

public sealed class QuotaRaceTests
{
    private const string Quotas = "/api/v1/namespaces/default/resourcequotas";
    private const string Secrets = "/api/v1/namespaces/default/secrets";

    [Fact]
    public async Task Of_many_creates_at_once_as_many_succeed_as_the_quota_allows()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        await Limit(server, client, 7);

        HttpStatusCode[] codes = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Create(client, $"s{number}")));

        Assert.Equal(7, codes.Count(code => code == HttpStatusCode.Created));
        Assert.Equal(53, codes.Count(code => code == HttpStatusCode.Forbidden));
        Assert.Equal(7, await Used(client));
        await server.AtRest();
        Assert.Equal(7, await Used(client));
        Assert.Equal(7, (await client.GetAsync(Secrets)).Body["items"].Count);
    }

    [Fact]
    public async Task While_objects_come_and_go_no_more_are_there_than_allowed_and_in_the_end_the_count_is_right()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        await Limit(server, client, 5);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (int round = 0; round < 25; round++)
            {
                if (await Create(client, $"s{worker}") == HttpStatusCode.Created)
                {
                    Assert.InRange((await client.GetAsync(Secrets)).Body["items"].Count, 1, 5);
                    await client.SendAsync(HttpMethod.Delete, $"{Secrets}/s{worker}", "{}");
                }
            }
        }));

        await server.AtRest();
        Assert.Equal(0, await Used(client));
        Assert.Equal(HttpStatusCode.Created, await Create(client, "last"));
        Assert.Equal(1, await Used(client));
    }

    [Fact]
    public async Task A_dry_run_is_held_to_the_quota_and_charges_nothing()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        await Limit(server, client, 1);

        Assert.Equal(HttpStatusCode.Created, await Create(client, "a", "?dryRun=All"));
        Assert.Equal(0, await Used(client));
        Assert.Equal(HttpStatusCode.Created, await Create(client, "a"));
        Assert.Equal(HttpStatusCode.Forbidden, await Create(client, "b", "?dryRun=All"));
        Assert.Equal(1, await Used(client));
    }

    private static async Task Limit(ApiServer server, SandboxClient client, int most)
    {
        string hard = string.Create(CultureInfo.InvariantCulture, $$$$"""{"metadata":{"name":"few"},"spec":{"hard":{"secrets":"{{{{most}}}}"}}}""");
        Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(HttpMethod.Post, Quotas, hard)).Code);
        await server.AtRest();
    }

    private static async Task<HttpStatusCode> Create(SandboxClient client, string name, string query = "") =>
        (await client.SendAsync(HttpMethod.Post, Secrets + query, $$$"""{"metadata":{"name":"{{{name}}}"}}""")).Code;

    private static async Task<int> Used(SandboxClient client)
    {
        JsonValue quota = (await client.GetAsync($"{Quotas}/few")).Body;
        return int.Parse(quota["status"]["used"]["secrets"].GetString(), CultureInfo.InvariantCulture);
    }
}
