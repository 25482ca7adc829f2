using Webhooks.Admission.Explaining;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;

namespace Webhooks.Server.Explaining;

/// <summary>Writes the block of one object.</summary>
internal sealed class ObjectBlock(ExplainedObject one, AnnotationNames names, BlockText text)
{
    public void Write()
    {
        text.Blank();
        string place = one.Namespace == null ? "" : $" in namespace {one.Namespace}";
        text.Title($"{one.Title}{place}, {Done}: {Verdict}");
        text.Line(2, one.IsReviewed ? $"{one.Place}, by an AdmissionReview" : one.Place);
        if (RuleLine.Of(one) is { } rule)
        {
            text.Wrapped(2, rule);
        }

        if (one.Decision is InjectionDecision.Denied denied)
        {
            text.Labelled(2, "denied", denied.Status.Message!, color: BlockText.Red);
        }

        foreach (string warning in one.Explanation.Warnings)
        {
            text.Labelled(2, "warning", warning, color: BlockText.Yellow);
        }

        foreach (TemplateExplanation template in one.Explanation.Templates)
        {
            new TemplatePart(template, one, names, text).Write();
        }

        if (one.Explanation.AskedByPods.Count > 0)
        {
            text.Labelled(2, "its Pods", $"may get {string.Join(", ", one.Explanation.AskedByPods)} when they are created: their own annotations, or their namespace, ask for it");
        }
    }

    private string Done => one.Request.Operation switch
    {
        AdmissionOperation.Create => "created",
        AdmissionOperation.Update => "updated",
        AdmissionOperation.Delete => "deleted",
        _ => "connected to",
    };

    private string Verdict => one.Decision switch
    {
        InjectionDecision.Denied => "denied",
        InjectionDecision.Changed { Patch.Operations.Count: 1 } => "changed by 1 operation",
        InjectionDecision.Changed changed => $"changed by {changed.Patch.Operations.Count} operations",
        _ => "left as it came",
    };
}
