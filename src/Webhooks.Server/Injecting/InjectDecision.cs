using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;
using Webhooks.Server.Templates;

namespace Webhooks.Server.Injecting;

/// <summary>Decides about documents of either form: manifests, and AdmissionReviews.</summary>
internal sealed class InjectDecision
{
    private readonly ManifestDecision _manifests;
    private readonly ReviewDecision _reviews;

    private InjectDecision(InjectSettings settings, TemplateSet templates, OldObjects old, Findings findings)
    {
        Templates = templates;
        Injector injector = new(settings.Options);
        _manifests = new ManifestDecision(Decide, old, findings);
        _reviews = new ReviewDecision(Decide, findings);

        InjectionDecision Decide(AdmissionRequest request) => injector.Decide(request, templates, settings.NamespaceOptsIn);
    }

    /// <summary>The templates in force.</summary>
    public TemplateSet Templates { get; }

    /// <summary>Reads the templates and the objects as they are.</summary>
    /// <exception cref="CommandException">Something can't be read.</exception>
    public static InjectDecision Of(InjectSettings settings, Findings findings)
    {
        LoadedTemplates loaded = TemplateFolder.Load(settings.Templates, settings.Options.Annotations.Prefix);
        findings.BrokenTemplates.AddRange(loaded.Problems);
        return new InjectDecision(settings, loaded.Templates, OldObjects.Read(settings.Old), findings);
    }

    public DocumentOutcome Decide(SourceDocument document) =>
        AdmissionReview.IsReview(document.Content!.Root) ? _reviews.Decide(document) : _manifests.Decide(document);
}
