using Webhooks.Client.Configuration;
using Webhooks.Client.Credentials;
using Webhooks.Client.Sending;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Credentials;

/// <summary>Whether a plugin may ask somebody: it is told, and has a standard input or none.</summary>
public sealed class InteractivePluginTests
{
    [Theory]
    [InlineData(ExecInteractiveMode.Never, false)]
    [InlineData(ExecInteractiveMode.IfAvailable, false)]
    [InlineData(ExecInteractiveMode.Never, true)]
    public async Task K6_a_plugin_that_can_ask_nobody_is_told_so_and_its_input_is_at_its_end(ExecInteractiveMode mode, bool isSomebodyThere)
    {
        using PluginScript plugin = Telling("cat > $dir/read; n=1; ");
        Assert.False(await ToldAsync(plugin, mode, isSomebodyThere));
        Assert.Equal("", File.ReadAllText(plugin.Folder["read"]));
    }

    [Theory]
    [InlineData(ExecInteractiveMode.IfAvailable)]
    [InlineData(ExecInteractiveMode.Always)]
    public async Task A_plugin_that_may_ask_somebody_has_the_input_of_this_process(ExecInteractiveMode mode)
    {
        using PluginScript plugin = Telling("readlink /proc/self/fd/0 > $dir/input; n=1; ");
        Assert.True(await ToldAsync(plugin, mode, isSomebodyThere: true));
        Assert.Equal(new FileInfo("/proc/self/fd/0").LinkTarget, File.ReadAllText(plugin.Folder["input"]).TrimEnd());
    }

    [Fact]
    public async Task A_plugin_that_can_not_do_without_somebody_is_not_run_and_the_request_is_not_sent()
    {
        using PluginScript plugin = Telling(PluginScript.Counting + "; ");
        CredentialException failure = await Assert.ThrowsAsync<CredentialException>(() => ToldAsync(plugin, ExecInteractiveMode.Always, isSomebodyThere: false));
        Assert.Contains("it must ask somebody, and nobody types here", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, plugin.Runs);
    }

    private static PluginScript Telling(string body) =>
        new("printf '%s' \"$KUBERNETES_EXEC_INFO\" > $dir/info; " + body + PluginScript.Printing("""{"token":"t-$n"}"""));

    private static async Task<bool> ToldAsync(PluginScript plugin, ExecInteractiveMode mode, bool isSomebodyThere)
    {
        await using TokenServer server = await TokenServer.StartAsync();
        ClientCredentials credentials = new(null, null, plugin.Exec with { InteractiveMode = mode });
        using ApiConnection connection = server.Open(credentials, new ApiConnectionSettings { IsInteractive = isSomebodyThere });
        await TokenServer.AskAsync(connection);
        Assert.Equal(["t-1"], server.Tokens);
        return JsonTree.Parse(File.ReadAllBytes(plugin.Folder["info"])).Root["spec"u8]["interactive"u8].ToString() == "true";
    }
}
