using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>One run of <c>webhooks inject</c>: reads everything, decides, and prints all or, when something can't be read, nothing.</summary>
internal sealed class InjectRun(InjectSettings settings, OutputFormat format, Terminal terminal)
{
    private readonly Findings _findings = new();

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">Something can't be read.</exception>
    public int Run()
    {
        LoadedTemplates loaded = TemplateFolder.Load(settings.Templates, settings.Options.Annotations.Prefix);
        OldObjects old = OldObjects.Read(settings.Old);
        ManifestDecision manifests = new(settings, loaded.Templates, old, _findings);
        ReviewDecision reviews = new(settings, loaded.Templates, _findings);
        List<DocumentOutcome> outcomes = [];
        foreach (SourceFile file in SourceFiles.Read(settings.Files, terminal.Input))
        {
            foreach (SourceDocument document in SourceDocument.Split(file, _findings.Problems))
            {
                outcomes.Add(document.Content == null ? DocumentOutcome.Passed(document)
                    : AdmissionReview.IsReview(document.Content.Root) ? reviews.Decide(document)
                    : manifests.Decide(document));
            }
        }

        if (_findings.Problems.Count > 0)
        {
            throw new CommandException(_findings.Problems);
        }

        OutcomePrinter.Print(outcomes, format, terminal);
        return Report(loaded);
    }

    private int Report(LoadedTemplates loaded)
    {
        _findings.Warnings.ForEach(terminal.Warn);
        foreach (TemplateProblem problem in loaded.Problems)
        {
            terminal.Fail(problem.ToString());
        }

        _findings.Denials.ForEach(denial => terminal.Fail($"denied: {denial}"));
        return loaded.Problems.Count + _findings.Denials.Count > 0 ? ExitCode.Finding : ExitCode.Fine;
    }
}
