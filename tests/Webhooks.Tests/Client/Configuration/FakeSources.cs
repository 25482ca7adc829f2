using System.Text;
using Webhooks.Client.Configuration;

namespace Webhooks.Tests.Client.Configuration;

/// <summary>A machine of its own: files by absolute path, and variables.</summary>
internal sealed class FakeSources : Dictionary<string, string>
{
    public Dictionary<string, string> Variables { get; } = [];

    public ConfigurationSources Sources => new()
    {
        Variable = Variables.GetValueOrDefault,
        ReadFile = path => TryGetValue(path, out string? text) ? Encoding.UTF8.GetBytes(text) : throw new FileNotFoundException(null, path),
        HomeFolder = "/h",
        WorkingFolder = "/cwd",
        ServiceAccountFolder = "/sa",
    };

    public static string Kubeconfig(string server, string user = "{}") =>
        $$"""
        clusters: [{name: c, cluster: {server: {{server}} } }]
        users: [{name: u, user: {{user}} }]
        contexts: [{name: x, context: {cluster: c, user: u} }]
        current-context: x
        """;

    /// <summary>The options of a kubeconfig file with one user.</summary>
    public ClientOptions WithUser(string user)
    {
        this["/k/config"] = Kubeconfig("https://c", user);
        return ClientConfiguration.Find("/k/config", sources: Sources);
    }
}
