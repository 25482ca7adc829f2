using Webhooks.Client.Configuration;

namespace Webhooks.FunctionalTests.Client.Credentials;

/// <summary>A plugin for credentials: a script of sh in a folder of its own, where it may leave files.</summary>
internal sealed class PluginScript : IDisposable
{
    private const string Version = "client.authentication.k8s.io/v1";

    /// <param name="body">What it does; <c>$dir</c> is its folder.</param>
    public PluginScript(string body)
    {
        // Not the file itself: a program that was just written can't be run while another test starts a process.
        string path = Folder.Write("plugin", $"dir='{Folder.Path}'\n{body}\n");
        Exec = new ExecPlugin(Version, "/bin/sh", [path], [], "", ProvideClusterInfo: false, "", ExecInteractiveMode.Never);
    }

    public TemporaryFolder Folder { get; } = new();

    public ExecPlugin Exec { get; }

    /// <summary>How often it has run, where it counts that by <see cref="Counting"/>.</summary>
    public int Runs => File.Exists(Folder["runs"]) ? File.ReadAllLines(Folder["runs"]).Length : 0;

    /// <summary>Counts a run, and makes its number <c>$n</c>.</summary>
    public static string Counting => "echo x >> $dir/runs; n=$(($(wc -l < $dir/runs)))";

    /// <summary>Prints a status, which sh completes.</summary>
    public static string Printing(string status, string version = Version) =>
        $$"""printf '%s' "{\"kind\":\"ExecCredential\",\"apiVersion\":\"{{version}}\",\"status\":{{status.Replace("\"", "\\\"", StringComparison.Ordinal)}}}" """;

    public ClientCredentials Credentials => new(null, null, Exec);

    public void Dispose() => Folder.Dispose();
}
