using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Webhooks.Shared;
using Webhooks.Shared.Golden;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.CommandLine;

public sealed class OutputTests(ITestOutputHelper log)
{
    private static readonly string[] Sample =
        ["inject", "-f", Repository.PathOf("deploy", "samples", "helloworld.yaml"), "--templates", Repository.PathOf("deploy", "samples", "templates")];

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public void A_diff_into_a_pipe_is_plain(string? noColor)
    {
        using Process process = Executable.Start([.. Sample, "-o", "diff"], ("NO_COLOR", noColor), ("TERM", "xterm-256color"));
        process.StandardInput.Close();
        string diff = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.DoesNotContain('\e', diff);
        Assert.Contains("\n+      - name: logging-agent\n", diff, StringComparison.Ordinal);
        Assert.All(diff.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line[0], "+-@ "));
    }

    /// <summary>As in <c>webhooks inject … | head -1</c>: no stack trace, no noise.</summary>
    [Fact]
    public async Task A_reader_that_goes_away_is_no_failure()
    {
        string manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: long}\ndata:\n  text: \"" + new string('x', 4 * 1024 * 1024) + "\"\n";
        using Process process = Executable.Start(["inject", "-f", "-"]);
        process.StandardOutput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(manifest);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, await errors));
    }

    [Fact]
    public void Text_is_UTF_8_whatever_the_locale()
    {
        const string manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ü漢🙂}\n";
        using Process process = Executable.Start(["inject", "-f", "-", "-o", "json"], ("LC_ALL", "C"), ("LANG", "C"));
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(manifest));
        process.StandardInput.Close();
        Assert.Equal("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"ü漢🙂\"}}\n", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
    }

    [Fact]
    public void What_inject_prints_goes_in_again_unchanged()
    {
        string once = Executable.Run(Sample).Output;
        Assert.Equal(new CommandResult(0, once, ""), Executable.RunWith(once, "inject", "-f", "-", "--templates", Repository.PathOf("deploy", "samples", "templates")));
    }

    /// <summary>The YAML is read by kubectl as what <c>-o json</c> prints. Documents on their own: kubectl patches one object.</summary>
    [Fact]
    public void Kubectl_reads_what_inject_prints()
    {
        int asked = 0;
        foreach (GoldenCase one in GoldenCases.All.Where(IsOneChangedManifest))
        {
            if (!Tool.TryRun("kubectl", GoldenComparison.Read(one, GoldenFile.Yaml), out CommandResult kubectl, "patch", "--local", "-f", "-", "--type=merge", "-p", "{}", "-o", "json"))
            {
                log.WriteLine("There is no kubectl on the PATH: not asked.");
                return;
            }

            asked++;
            JsonNode ours = Parse(Executable.Run(one.Arguments("json")).Output);
            (ours["metadata"] as JsonObject)?.Remove("managedFields"); // kubectl does not print them.
            Assert.True(kubectl.ExitCode == 0, $"{one.Name}: {kubectl.Errors}");
            Assert.True(JsonNode.DeepEquals(ours, Parse(kubectl.Output)), $"{one.Name}: kubectl reads\n{kubectl.Output}\nand not\n{ours}");
        }

        log.WriteLine($"kubectl was asked {asked} times.");
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json, documentOptions: new() { MaxDepth = 1000 })!;

    private static bool IsOneChangedManifest(GoldenCase one) =>
        one.Name.Split('/') is ["merge" or "documents" or "who-is-injected", _] && one.Has("input.yaml") && one.Has(GoldenFile.Patch)
        && GoldenComparison.Read(one, GoldenFile.Patch) is ['[', '\n', ..] patch && patch.Split("\n]\n").Length == 2
        && !patch.Contains("[]", StringComparison.Ordinal) && !patch.Contains("\"/items/", StringComparison.Ordinal);
}
