using System.Text.RegularExpressions;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

public sealed partial class HelpTests
{
    private static CommandResult Help { get; } = Executable.Run("inject", "--help");

    private static CommandResult HelpOfUninject { get; } = Executable.Run("uninject", "--help");

    private static CommandResult HelpOfExplain { get; } = Executable.Run("explain", "--help");

    private static CommandResult HelpOfLint { get; } = Executable.Run("lint", "--help");

    private static CommandResult HelpOfValidate { get; } = Executable.Run("validate", "--help");

    private static CommandResult HelpOfCheckCrd { get; } = Executable.Run("check-crd", "--help");

    [Theory]
    [InlineData("--filename")]
    [InlineData("-f")]
    [InlineData("--templates")]
    [InlineData("--output")]
    [InlineData("-o")]
    [InlineData("yaml|json|patch|diff")]
    [InlineData("--old")]
    [InlineData("--namespace-labels")]
    [InlineData("--kube-version")]
    [InlineData("--annotation-prefix")]
    [InlineData("initializer.kubernetes.io/")]
    [InlineData("--namespace ")]
    [InlineData("webhooks-system")]
    [InlineData("--excluded-namespaces")]
    [InlineData("kube-node-lease")]
    [InlineData("--missing-template")]
    [InlineData("allow|deny")]
    [InlineData("comments")] // what a changed document loses
    [InlineData("0x3E8")]
    [InlineData("Exit codes: 0 ")]
    [InlineData("Examples:")]
    public void The_help_of_inject_mentions_it(string text)
    {
        Assert.Equal((0, ""), (Help.ExitCode, Help.Errors));
        Assert.Contains(text, Help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE|DIR|-")]
    [InlineData("--output")]
    [InlineData("text|json")]
    [InlineData("--pod-security")]
    [InlineData("privileged|baseline|restricted")]
    [InlineData("--annotation-prefix")]
    [InlineData("file:line:column: severity: message")]
    [InlineData("Kubernetes 1.36")] // whose checks they are
    [InlineData("Exit codes: 0 ")]
    [InlineData("Examples:")]
    public void The_help_of_lint_mentions_it(string text)
    {
        Assert.Equal((0, ""), (HelpOfLint.ExitCode, HelpOfLint.Errors));
        Assert.Contains(text, HelpOfLint.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE|DIR|-")]
    [InlineData("yaml|json|patch|diff")]
    [InlineData("--annotation-prefix")]
    [InlineData("no options for them")] // templates, old objects, namespaces
    [InlineData("AdmissionReview")]
    [InlineData("0x3E8")]
    [InlineData("Exit codes: 0 ")]
    [InlineData("Examples:")]
    public void The_help_of_uninject_mentions_it(string text)
    {
        Assert.Equal((0, ""), (HelpOfUninject.ExitCode, HelpOfUninject.Errors));
        Assert.Contains(text, HelpOfUninject.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text|json")]
    [InlineData("--templates")]
    [InlineData("--old")]
    [InlineData("--missing-template")]
    [InlineData("object, template, decision, reason, warnings, patch")]
    [InlineData("inject, skip, deny or remove")]
    [InlineData("NO_COLOR")]
    [InlineData("Exit codes: 0 ")]
    [InlineData("Examples:")]
    public void The_help_of_explain_mentions_it(string text)
    {
        Assert.Equal((0, ""), (HelpOfExplain.ExitCode, HelpOfExplain.Errors));
        Assert.Contains(text, HelpOfExplain.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--filename")]
    [InlineData("--crd")]
    [InlineData("--old")]
    [InlineData("--kube-version")]
    [InlineData("--namespace-prefix")]
    [InlineData("Strict|Warn|Ignore")]
    [InlineData("text|json")]
    [InlineData("kube-apiserver 1.36")] // whose answers they are
    [InlineData("file, document, object, verdict")]
    [InlineData("Exit codes: 0 ")]
    [InlineData("Examples:")]
    public void The_help_of_validate_mentions_it(string text)
    {
        Assert.Equal((0, ""), (HelpOfValidate.ExitCode, HelpOfValidate.Errors));
        Assert.Contains(text, HelpOfValidate.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE|DIR|-")]
    [InlineData("Strict|Warn|Ignore")]
    [InlineData("text|json")]
    [InlineData("x-kubernetes-validations")] // what it does not look at
    [InlineData("Exit codes: 0 ")]
    [InlineData("Examples:")]
    public void The_help_of_check_crd_mentions_it(string text)
    {
        Assert.Equal((0, ""), (HelpOfCheckCrd.ExitCode, HelpOfCheckCrd.Errors));
        Assert.Contains(text, HelpOfCheckCrd.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate", 7)]
    [InlineData("check-crd", 2)]
    [InlineData("inject", 9)]
    [InlineData("explain", 9)]
    [InlineData("uninject", 3)]
    [InlineData("lint", 3)]
    public void Every_option_that_is_completed_is_explained(string command, int atLeast)
    {
        string line = $"webhooks {command} --";
        string[] options = Lines(Executable.Run($"[suggest:{line.Length}]", line).Output);
        Assert.InRange(options.Length, atLeast, int.MaxValue);
        Assert.All(options, option => Assert.Contains(option, Executable.Run(command, "--help").Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_wins_over_what_is_wrong_beside_it() => Assert.Equal(0, Executable.Run("inject", "--help", "--what").ExitCode);

    /// <summary>The examples that need nothing but the repository.</summary>
    [Fact]
    public void The_examples_work()
    {
        string[] examples = [.. Lines(Help.Output + HelpOfExplain.Output + HelpOfLint.Output + HelpOfValidate.Output).Select(line => Sample().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];
        Assert.InRange(examples.Length, 3, int.MaxValue);
        Assert.All(examples, example => Assert.Equal(0, Executable.Run(example.Split(' ')).ExitCode));
    }

    [Fact]
    public void The_program_lists_its_commands()
    {
        CommandResult help = Executable.Run("--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("inject", help.Output, StringComparison.Ordinal);
        Assert.Contains("explain", help.Output, StringComparison.Ordinal);
        Assert.Contains("uninject", help.Output, StringComparison.Ordinal);
        Assert.Contains("lint", help.Output, StringComparison.Ordinal);
        Assert.Contains("validate", help.Output, StringComparison.Ordinal);
        Assert.Contains("check-crd", help.Output, StringComparison.Ordinal);
        Assert.Contains("completion", help.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webhooks in", "inject")]
    [InlineData("webhooks inject --temp", "--templates")]
    [InlineData("webhooks inject --missing-template ", "deny")]
    [InlineData("webhooks inject -o ", "patch")]
    [InlineData("webhooks ex", "explain")]
    [InlineData("webhooks explain -o ", "text")]
    [InlineData("webhooks explain --names", "--namespace-labels")]
    [InlineData("webhooks un", "uninject")]
    [InlineData("webhooks uninject -o ", "diff")]
    [InlineData("webhooks li", "lint")]
    [InlineData("webhooks lint --pod", "--pod-security")]
    [InlineData("webhooks lint - --pod-security ", "baseline")]
    [InlineData("webhooks lint - -o ", "json")]
    [InlineData("webhooks va", "validate")]
    [InlineData("webhooks validate --field-validation ", "Warn")]
    [InlineData("webhooks validate --kube", "--kube-version")]
    [InlineData("webhooks validate -o ", "json")]
    [InlineData("webhooks check", "check-crd")]
    [InlineData("webhooks check-crd - --field-validation ", "Ignore")]
    [InlineData("webhooks completion ", "zsh")]
    public void Completion_proposes_it(string line, string proposal) =>
        Assert.Contains(proposal, Lines(Executable.Run($"[suggest:{line.Length}]", line).Output));

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    public void The_script_is_one_that_the_shell_reads(string shell, string expected)
    {
        CommandResult script = Executable.Run("completion", shell);
        Assert.Equal((0, ""), (script.ExitCode, script.Errors));
        Assert.Contains(expected, script.Output, StringComparison.Ordinal);
        if (Tool.TryRun(shell, script.Output, out CommandResult check, "-n"))
        {
            Assert.Equal(new CommandResult(0, "", ""), check);
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^webhooks ((?:inject -f|explain -f|lint|validate -f) deploy/[^|]*)$")]
    private static partial Regex Sample();
}
