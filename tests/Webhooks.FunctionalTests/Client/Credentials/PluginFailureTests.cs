using Webhooks.Client.Configuration;
using Webhooks.Client.Credentials;
using Webhooks.Client.Sending;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Credentials;

public sealed class PluginFailureTests
{
    private const string Head = """{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":""";

    [Theory]
    [InlineData("canary", "it printed something that is no JSON")]
    [InlineData("", "it printed something that is no JSON")]
    [InlineData("""{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1","status":{"token":"canary"}}""", "it printed something else than an ExecCredential of client.authentication.k8s.io/v1;")]
    [InlineData("""{"kind":"Pod","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"canary"}}""", "it printed something else than")]
    [InlineData(Head + "{}}", "without a token and without a certificate")]
    [InlineData(Head + "null}", "without a token and without a certificate")]
    [InlineData(Head + """{"clientKeyData":"canary"}}""", "one of clientCertificateData and clientKeyData without the other")]
    [InlineData(Head + """{"clientCertificateData":"canary","clientKeyData":"canary"}}""", "there is no client certificate")]
    [InlineData(Head + """{"token":"canary\ncanary"}}""", "this is no token")]
    [InlineData(Head + """{"token":"canary","expirationTimestamp":"canary"}}""", "no time of RFC 3339")]
    public async Task K8_what_a_plugin_prints_wrongly_is_told_and_not_quoted(string printed, string problem)
    {
        using PluginScript plugin = new("cat $dir/answer");
        plugin.Folder.Write("answer", printed);
        CredentialException failure = await FailureAsync(plugin.Exec);
        Assert.StartsWith($"no credentials from {plugin.Exec.Command}: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task K8_a_plugin_that_fails_is_quoted_without_its_secrets()
    {
        using PluginScript plugin = new("echo \"bad secret: $1 $MORE\" >&2; echo canary-output; exit 3");
        CredentialException failure = await FailureAsync(plugin.Exec with { Arguments = [.. plugin.Exec.Arguments, "canary-argument"], Variables = [new("MORE", "canary-variable")] });
        Assert.EndsWith(": it failed with exit code 3: bad secret: [redacted] [redacted]", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task K6_of_many_errors_the_last_are_quoted()
    {
        using PluginScript plugin = new("head -c 100000 /dev/zero | tr '\\0' x >&2; echo 'the reason' >&2; exit 1");
        CredentialException failure = await FailureAsync(plugin.Exec);
        Assert.EndsWith("xxx" + "the reason", failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 1000, 3000);
    }

    [Fact]
    public async Task K6_an_answer_without_end_is_refused()
    {
        using PluginScript plugin = new("head -c 1000000 /dev/zero");
        Assert.Contains("it printed more than", (await FailureAsync(plugin.Exec)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_have_the_plugin_is_told_how_to_get_it()
    {
        using PluginScript plugin = new("");
        ExecPlugin missing = plugin.Exec with { Command = plugin.Folder["missing"], InstallHint = "Install it by brew." };
        Assert.EndsWith("there is no such program\n\nInstall it by brew.", (await FailureAsync(missing)).Message, StringComparison.Ordinal);
        Assert.Contains("install it, or correct the command", (await FailureAsync(missing with { InstallHint = "" })).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such program", (await FailureAsync(missing with { Command = "webhooks-no-such-plugin" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_looked_for_in_PATH_and_not_in_the_current_folder()
    {
        using PluginScript plugin = new(PluginScript.Counting + "; " + PluginScript.Printing("""{"token":"t-$n"}"""));
        File.CreateSymbolicLink(plugin.Folder["webhooks-plugin"], plugin.Exec.Command);
        ExecPlugin named = plugin.Exec with { Command = "webhooks-plugin" };
        ConfigurationSources InPath(string path) => new() { Variable = name => name == "PATH" ? path : null, WorkingFolder = plugin.Folder.Path };
        await using TokenServer server = await TokenServer.StartAsync();
        using (ApiConnection connection = server.Open(new(null, null, named), new() { Sources = InPath("/nowhere:" + plugin.Folder.Path) }))
        {
            await TokenServer.AskAsync(connection);
        }

        using ApiConnection other = server.Open(new(null, null, named), new() { Sources = InPath(":.:/nowhere") });
        await Assert.ThrowsAsync<CredentialException>(() => TokenServer.AskAsync(other));
        Assert.Equal(1, plugin.Runs);
    }

    private static async Task<CredentialException> FailureAsync(ExecPlugin exec)
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(new(null, null, exec));
        CredentialException failure = await Assert.ThrowsAsync<CredentialException>(() => TokenServer.AskAsync(connection));
        Assert.Empty(server.Seen);
        return failure;
    }
}
