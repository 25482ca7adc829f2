using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>One run of <c>webhooks uninject</c>: reads everything, takes off what statuses list, and prints all or nothing.</summary>
internal sealed class UninjectRun(IReadOnlyList<string> files, AnnotationNames names, OutputFormat format, Terminal terminal)
{
    private readonly Findings _findings = new();

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">Something can't be read.</exception>
    public int Run()
    {
        ManifestDecision manifests = new(new Uninjector(names).Decide, OldObjects.None, _findings);
        IReadOnlyList<DocumentOutcome> outcomes = Outcomes.Of(
            files, terminal.Input, document => AdmissionReview.IsReview(document.Content!.Root) ? Pass(document) : manifests.Decide(document), _findings);
        OutcomePrinter.Print(outcomes, format, terminal);
        _findings.Warn(terminal);
        return _findings.Fail(terminal);
    }

    /// <summary>A request of an API server is for the webhook to answer, and no webhook takes everything off.</summary>
    private DocumentOutcome Pass(SourceDocument review)
    {
        _findings.Notes.Add(review.At(review.Content!.Root, "AdmissionReview: passed through as it came; save its request.object to take templates off that"));
        return DocumentOutcome.Passed(review);
    }
}
