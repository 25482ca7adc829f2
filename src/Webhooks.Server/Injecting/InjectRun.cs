using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Injecting;

/// <summary>One run of <c>webhooks inject</c>: reads everything, decides, and prints all or, when something can't be read, nothing.</summary>
internal sealed class InjectRun(InjectSettings settings, OutputFormat format, Terminal terminal)
{
    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">Something can't be read.</exception>
    public int Run()
    {
        Findings findings = new();
        InjectDecision inject = InjectDecision.Of(settings, findings);
        OutcomePrinter.Print(Outcomes.Of(settings.Files, terminal.Input, inject.Decide, findings), format, terminal);
        findings.Warn(terminal);
        return findings.Fail(terminal);
    }
}
