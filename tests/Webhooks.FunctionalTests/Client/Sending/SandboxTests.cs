using System.Text;
using Webhooks.Client.Configuration;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

/// <summary>From a kubeconfig file to answers.</summary>
public sealed class SandboxTests
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public async Task A_kubeconfig_file_is_all_that_it_takes()
    {
        using TemporaryFolder folder = new();
        await using ApiServer server = await ApiServer.StartAsync();
        ClientOptions options = ClientConfiguration.Find(folder.Write("config", server.Kubeconfig("admin", "system:masters")));
        using ApiConnection connection = ApiConnection.Open(options);

        using ApiResponse watch = await connection.SendAsync(new() { Method = HttpMethod.Get, Target = ConfigMaps + "?watch=1&fieldSelector=metadata.name%3Da", Verb = "watch" }, default);
        ApiRequest create = new()
        {
            Method = HttpMethod.Post,
            Target = ConfigMaps,
            Verb = "create",
            ContentType = "application/json",
            Body = """{"metadata":{"name":"a"},"data":{"k":"v"}}"""u8.ToArray(),
        };
        using (ApiResponse created = await connection.SendAsync(create, default))
        {
            Assert.Equal(201, created.Code);
        }

        using StreamReader events = new(watch.Body, Encoding.UTF8);
        Assert.StartsWith("{\"type\":\"ADDED\",", await events.ReadLineAsync(), StringComparison.Ordinal);
        KubernetesApiException again = await Assert.ThrowsAsync<KubernetesApiException>(() => connection.SendAsync(create, default));
        Assert.Equal((409, StatusReason.AlreadyExists, "configmaps \"a\" already exists"), (again.Code, again.Reason, again.Message));
    }

    [Fact]
    public async Task Without_credentials_one_is_anonymous()
    {
        using TemporaryFolder folder = new();
        await using ApiServer server = await ApiServer.StartAsync();
        ClientOptions options = ClientConfiguration.Find(folder.Write("config", server.Kubeconfig("admin", "system:masters")));
        using ApiConnection connection = ApiConnection.Open(options with { Credentials = ClientCredentials.None });
        KubernetesApiException refusal = await Assert.ThrowsAsync<KubernetesApiException>(
            () => connection.SendAsync(new() { Method = HttpMethod.Get, Target = ConfigMaps, Verb = "list" }, default));
        Assert.Equal(403, refusal.Code);
        Assert.Contains("system:anonymous", refusal.Message, StringComparison.Ordinal);
    }
}
