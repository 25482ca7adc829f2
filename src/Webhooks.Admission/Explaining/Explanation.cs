namespace Webhooks.Admission.Explaining;

/// <summary>A decision about one object, taken apart for people.</summary>
/// <param name="Templates">What was decided about each template: at least one entry, in the decision's order.</param>
/// <param name="Warnings">What the user should know about the object as a whole.</param>
/// <param name="AskedByPods">Templates that are not in a workload's pod template, and that its Pods ask for when they are created.</param>
/// <param name="ChangesPodTemplate">True for an update of a workload after which its pod template is another.</param>
public sealed record Explanation(
    IReadOnlyList<TemplateExplanation> Templates, IReadOnlyList<string> Warnings, IReadOnlyList<string> AskedByPods, bool ChangesPodTemplate);
