using System.Net;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

/// <summary>Lists that name a revision which is forgotten: only those that want exactly that one cannot be had.</summary>
public sealed class CompactedListTests
{
    [Theory]
    [InlineData("resourceVersion=1&limit=1", 410)]
    [InlineData("resourceVersion=1&limit=1&resourceVersionMatch=Exact", 410)]
    [InlineData("resourceVersion=1&resourceVersionMatch=Exact", 410)]
    [InlineData("resourceVersion=1&limit=1&resourceVersionMatch=NotOlderThan", 200)]
    [InlineData("resourceVersion=1&resourceVersionMatch=NotOlderThan", 200)]
    [InlineData("resourceVersion=1", 200)]
    [InlineData("resourceVersion=0&limit=1", 200)]
    [InlineData("limit=1", 200)]
    public async Task A_forgotten_revision_cannot_be_listed_and_that_of_the_beginnings_is_one(string query, int code)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        await Lists(client, query, code);
        await client.CreateAsync("x");
        long revision = server.Revision;
        await client.CreateAsync("y");
        query = query.Replace("resourceVersion=1", $"resourceVersion={revision}", StringComparison.Ordinal);
        await Lists(client, query, 200);
        server.Compact();
        await Lists(client, query, code);
    }

    private static async Task Lists(SandboxClient client, string query, int code)
    {

        Assert.Equal((HttpStatusCode)code, (await client.GetAsync("/api/v1/namespaces?" + query)).Code);
        Assert.Equal((HttpStatusCode)code, (await client.GetAsync("/api/v1/namespaces/default/configmaps?" + query)).Code);
    }
}
