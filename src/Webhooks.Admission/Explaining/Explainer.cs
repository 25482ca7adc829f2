using Webhooks.Admission.Injection;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Explaining;

/// <summary>Takes decisions apart for people: what asked, what was decided, and what changes where.</summary>
/// <remarks>Pure, immutable and thread safe. For reports: it decides nothing, and costs more than the decision did.</remarks>
/// <param name="options">The settings that were decided under.</param>
/// <param name="templates">The templates that were in force.</param>
/// <param name="namespaceOptsIn">Whether the namespace asks for the default templates.</param>
public sealed class Explainer(InjectionOptions options, TemplateSet templates, bool namespaceOptsIn)
{
    private readonly AnnotationNames _names = options.Annotations;
    private readonly IReadOnlyList<string> _defaults = namespaceOptsIn ? templates.Defaults : [];

    /// <summary>Explains a decision.</summary>
    /// <param name="request">What was decided about.</param>
    /// <param name="decision">What was decided.</param>
    public Explanation Explain(AdmissionRequest request, InjectionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        string[] path = PodTemplates.PathIn(request.Kind) ?? [];
        JsonValue sent = PodTemplates.Find(request.Object, path);
        JsonValue old = PodTemplates.Find(request.OldObject, path);
        JsonValue becoming = decision is InjectionDecision.Changed changed
            ? PodTemplates.Find(changed.Patch.Apply(request.Object).Freeze(JsonPolicy.Server), path)
            : sent;
        StatusView before = StatusView.Of(old, _names.Status);
        StatusView now = StatusView.Of(sent, _names.Status);
        StatusView result = decision is InjectionDecision.Changed ? StatusView.Of(becoming, _names.Status) : now;
        bool isWorkload = path.Length > 0;
        JsonValue templateAnnotations = isWorkload ? sent["metadata"u8]["annotations"u8] : default;
        Askers askers = new(_names, request.Object["metadata"u8]["annotations"u8], templateAnnotations, isWorkload ? [] : _defaults);
        ItemGroups items = new(string.Concat(path.Select(member => $"{member}.")), before, now, result);
        return new Explanation(
            [.. decision.Outcomes.Select(Explain)],
            [.. decision.Warnings.Where(warning => !decision.Outcomes.Any(outcome => outcome.Template == warning.Template && outcome.Template != null)).Select(warning => warning.Text)],
            isWorkload && WillHavePods(request, decision) ? AskedByPods(templateAnnotations, result) : [],
            decision.Rule != UpdateRule.None && !StoredTemplate.AreEqual(old, becoming));

        TemplateExplanation Explain(TemplateOutcome outcome) => new(
            outcome.Template,
            DecisionOn(outcome, decision),
            outcome.Reason,
            outcome.Template is { } asked ? askers.Of(asked, before.Names(asked) || now.Names(asked)) : [],
            outcome.Template is { } template ? items.Of(template) : [],
            [.. decision.Warnings.Where(warning => warning.Template != null && warning.Template == outcome.Template).Select(warning => warning.Text)]);
    }

    private TemplateDecision DecisionOn(TemplateOutcome outcome, InjectionDecision decision)
    {
        if (decision is InjectionDecision.Denied)
        {
            return outcome.Template is { } template && Denials.FollowFrom(outcome.Reason, template, options, templates)
                ? TemplateDecision.Deny
                : TemplateDecision.Skip;
        }

        return outcome.Reason switch
        {
            InjectionReason.Injected => TemplateDecision.Inject,
            InjectionReason.Removed => TemplateDecision.Remove,
            _ => TemplateDecision.Skip,
        };
    }

    private bool WillHavePods(AdmissionRequest request, InjectionDecision decision) =>
        decision is not InjectionDecision.Denied && !options.IsExcluded(request.Namespace)
        && !decision.Outcomes.Any(outcome => outcome.Reason is InjectionReason.NotHandled or InjectionReason.Deleting);

    private IReadOnlyList<string> AskedByPods(JsonValue templateAnnotations, StatusView result)
    {
        OptIns asked = OptIns.Read(_names, templateAnnotations, default, _defaults);
        return [.. asked.Asked.Where(one => one.Refusal == null && !result.Names(one.Template)).Select(one => one.Template)];
    }
}
