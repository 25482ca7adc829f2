using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.Client.Configuration;
using Webhooks.Client.Credentials;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Client.Sending;
using Webhooks.Resources.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Credentials;

public sealed class PluginTests
{
    private static readonly string PrintToken = PluginScript.Printing("""{"token":"token-$n"}""");

    [Fact]
    public async Task K6_a_plugin_that_prints_a_megabyte_of_errors_first_is_read_to_its_end()
    {
        using PluginScript plugin = new("head -c 1000000 /dev/zero | tr '\\0' x >&2; n=1; " + PrintToken);
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        await TokenServer.AskAsync(connection);
        Assert.Equal(["token-1"], server.Tokens);
    }

    [Fact]
    public async Task K6_arguments_and_variables_arrive_as_they_are_written()
    {
        using PluginScript plugin = new("printf '%s\\n' \"$@\" \"$MORE\" > $dir/args; n=1; " + PrintToken);
        string[] arguments = ["--a=b c", "", "\"quoted\" 'too'", "$HOME `id` *", "back\\slash", "ü"];
        ExecPlugin exec = plugin.Exec with { Arguments = [.. plugin.Exec.Arguments, .. arguments], Variables = [new("MORE", "first"), new("MORE", " last $x ")] };
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(new(null, null, exec));
        await TokenServer.AskAsync(connection);
        Assert.Equal([.. arguments, " last $x "], File.ReadAllLines(plugin.Folder["args"]));
    }

    [Fact]
    public async Task K6_a_plugin_that_takes_too_long_is_killed_with_all_that_it_started()
    {
        using PluginScript plugin = new("sleep 1000 & echo $! > $dir/child.new; mv $dir/child.new $dir/child; wait");
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        Task asking = TokenServer.AskAsync(connection);
        await Eventually.HoldsAsync(() => File.Exists(plugin.Folder["child"]));
        Assert.False(asking.IsCompleted);
        string child = $"/proc/{File.ReadAllText(plugin.Folder["child"]).Trim()}/stat";
        Assert.True(IsRunning(child));

        server.Time.Advance(TimeSpan.FromMinutes(1));
        CredentialException failure = await Assert.ThrowsAsync<CredentialException>(() => asking);
        Assert.Contains("it did not end within 60 s and was killed", failure.Message, StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => !IsRunning(child));
    }

    [Fact]
    public async Task K6_a_closed_connection_kills_its_plugin()
    {
        using PluginScript plugin = new("echo $$ > $dir/self.new; mv $dir/self.new $dir/self; sleep 1000");
        await using TokenServer server = await TokenServer.StartAsync();
        ApiConnection connection = server.Open(plugin.Credentials);
        Task asking = TokenServer.AskAsync(connection);
        await Eventually.HoldsAsync(() => File.Exists(plugin.Folder["self"]));
        connection.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => asking);
        await Eventually.HoldsAsync(() => !IsRunning($"/proc/{File.ReadAllText(plugin.Folder["self"]).Trim()}/stat"));
    }

    [Fact]
    public async Task K6_who_gives_up_waiting_does_not_stop_the_plugin_for_others()
    {
        using PluginScript plugin = new(PluginScript.Counting + "; while [ ! -e $dir/go ]; do sleep 0.01; done; " + PrintToken);
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        using CancellationTokenSource cancellation = new();
        Task first = connection.SendAsync(KestrelServer.Get, cancellation.Token);
        Task second = TokenServer.AskAsync(connection);
        await Eventually.HoldsAsync(() => plugin.Runs == 1);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        plugin.Folder.Write("go", "");
        await second;
        Assert.Equal((1, "token-1"), (plugin.Runs, Assert.Single(server.Tokens)));
    }

    [Fact]
    public async Task A_plugin_may_print_a_certificate()
    {
        using X509Certificate2 certificate = TestAuthority.Root().Issue(new TestLeaf { CommonName = "jane" });
        using PluginScript plugin = new("cat $dir/answer");
        plugin.Folder.Write("answer", $$$"""
            {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1",
             "status":{"clientCertificateData":{{{Quoted(certificate.ExportCertificatePem())}}},"clientKeyData":{{{Quoted(TestKeys.Sec1(certificate))}}}}}
            """);
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        await TokenServer.AskAsync(connection);
        Assert.Equal(("jane", ""), (Assert.Single(server.Seen).Client, Assert.Single(server.Tokens)));
    }

    [Theory]
    [InlineData("client.authentication.k8s.io/v1", true)]
    [InlineData("client.authentication.k8s.io/v1beta1", false)]
    public async Task A_plugin_is_told_the_version_and_the_cluster_if_it_is_to_know(string version, bool isTold)
    {
        using PluginScript plugin = new("printf '%s' \"$KUBERNETES_EXEC_INFO\" > $dir/info; cat; n=1; " + PluginScript.Printing("""{"token":"token-$n"}""", version));
        ExecPlugin exec = plugin.Exec with { ApiVersion = version, ProvideClusterInfo = isTold, ClusterConfig = """{"audience":"x"}""" };
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(new(null, null, exec));
        await TokenServer.AskAsync(connection);

        string authority = Convert.ToBase64String(((PemSource.Inline)server.Options.CertificateAuthority!).Text.Span);
        string cluster = isTold
            ? $$$"""{"server":"{{{server.Options.Server.OriginalString}}}","certificate-authority-data":"{{{authority}}}","config":{"audience":"x"}}"""
            : "";
        Assert.Equal(
            $$"""{"kind":"ExecCredential","apiVersion":"{{version}}","spec":{""" + (isTold ? $"\"cluster\":{cluster}," : "") + "\"interactive\":false}}",
            File.ReadAllText(plugin.Folder["info"]));
    }

    private static bool IsRunning(string stat)
    {
        try
        {
            // Behind the name, in brackets, stands the state. A zombie waits for somebody to look, and does nothing.
            string text = File.ReadAllText(stat);
            return text[(text.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is IOException)
        {
            return false;
        }
    }

    private static string Quoted(string text) => Encoding.UTF8.GetString(JsonTree.OfString(Encoding.UTF8.GetBytes(text)).Root.RawText);
}
