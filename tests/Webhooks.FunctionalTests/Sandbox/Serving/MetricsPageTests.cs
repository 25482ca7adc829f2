using Webhooks.Sandbox;
using Webhooks.Shared.Exposition;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Serving;

public sealed class MetricsPageTests
{
    [Fact]
    public async Task Requests_are_counted_by_what_they_ask_for_and_what_they_get()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        await client.CreateAsync("x");
        await client.CreateAsync("x");
        await client.GetAsync("/api/v1/namespaces/default/configmaps/x");
        await client.GetAsync("/api/v1/configmaps");
        await client.GetAsync("/api/v1/namespaces/default/configmaps");
        await client.SendAsync(
            HttpMethod.Patch,
            "/apis/apps/v1/namespaces/default/deployments/x?fieldManager=me&dryRun=All",
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""",
            "application/apply-patch+yaml");

        string page = await Page(client);

        const string ConfigMaps = "component=\"apiserver\",dry_run=\"\",group=\"\",resource=\"configmaps\",scope=";
        Assert.Contains($"apiserver_request_total{{code=\"201\",{ConfigMaps}\"resource\",subresource=\"\",verb=\"POST\",version=\"v1\"}} 1\n", page, StringComparison.Ordinal);
        Assert.Contains($"apiserver_request_total{{code=\"409\",{ConfigMaps}\"resource\",subresource=\"\",verb=\"POST\",version=\"v1\"}} 1\n", page, StringComparison.Ordinal);
        Assert.Contains($"apiserver_request_total{{code=\"200\",{ConfigMaps}\"resource\",subresource=\"\",verb=\"GET\",version=\"v1\"}} 1\n", page, StringComparison.Ordinal);
        Assert.Contains($"apiserver_request_total{{code=\"200\",{ConfigMaps}\"cluster\",subresource=\"\",verb=\"LIST\",version=\"v1\"}} 1\n", page, StringComparison.Ordinal);
        Assert.Contains($"apiserver_request_total{{code=\"200\",{ConfigMaps}\"namespace\",subresource=\"\",verb=\"LIST\",version=\"v1\"}} 1\n", page, StringComparison.Ordinal);
        Assert.Contains(
            "apiserver_request_total{code=\"201\",component=\"apiserver\",dry_run=\"All\",group=\"apps\",resource=\"deployments\",scope=\"resource\",subresource=\"\",verb=\"APPLY\",version=\"v1\"} 1\n",
            page,
            StringComparison.Ordinal);
        Assert.Contains("apiserver_storage_objects{resource=\"configmaps\"} 5\n", page, StringComparison.Ordinal);
        Assert.Contains("apiserver_storage_objects{resource=\"deployments.apps\"} 0\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/readyz", "ok")]
    [InlineData("/livez/ping", "ok")]
    [InlineData("/livez?verbose", "[+]ping ok\nlivez check passed\n")]
    [InlineData("/readyz?verbose&exclude=ping", "[+]ping excluded: ok\nreadyz check passed\n")]
    [InlineData("/healthz?verbose=&exclude=etcd", "[+]ping ok\nwarn: some health checks cannot be excluded: no matches for \"etcd\"\nhealthz check passed\n")]
    public async Task Who_asks_whether_the_server_is_well_is_told_by_which_checks(string path, string expected)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        using HttpResponseMessage answer = await client.OpenAsync(path);

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> Page(SandboxClient client)
    {
        using HttpResponseMessage answer = await client.OpenAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(["apiserver_request_total", "apiserver_storage_objects"], ExpositionReader.Read(page, isOpenMetrics: false).Select(family => family.Name));
        return page;
    }
}
