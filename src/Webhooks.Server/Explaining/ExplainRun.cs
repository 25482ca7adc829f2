using Webhooks.Admission.Explaining;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.Explaining;

/// <summary>One run of <c>webhooks explain</c>: decides as <c>inject</c> does, and prints why instead of what.</summary>
/// <remarks>Warnings stand with what they are about, and not on standard error.</remarks>
internal sealed class ExplainRun(InjectSettings settings, ExplainFormat format, Terminal terminal)
{
    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">Something can't be read.</exception>
    public int Run()
    {
        Findings findings = new();
        InjectDecision inject = InjectDecision.Of(settings, findings);
        Explainer explainer = new(settings.Options, inject.Templates, settings.NamespaceOptsIn);
        List<ExplainedObject> objects = [];
        foreach (DocumentOutcome outcome in Outcomes.Of(settings.Files, terminal.Input, inject.Decide, findings))
        {
            objects.AddRange(outcome.Decisions.Select(decided =>
                new ExplainedObject(outcome.Document, decided, explainer.Explain(decided.Request, decided.Decision))));
        }

        terminal.Write(format == ExplainFormat.Json
            ? string.Concat(objects.SelectMany(ExplanationLines.Of).Select(line => line + "\n"))
            : ExplanationText.Of(objects, settings.Options.Annotations, terminal.UsesColor));
        return findings.Fail(terminal);
    }
}
