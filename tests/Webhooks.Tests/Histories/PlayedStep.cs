using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Tests.Histories;

/// <summary>A request of a history and what the webhook made of it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Request">What the webhook is asked.</param>
/// <param name="TemplateFolder">Where the templates in force stand.</param>
/// <param name="Templates">The templates in force.</param>
/// <param name="Decision">What it decided.</param>
internal sealed record PlayedStep(
    HistoryStep Step, AdmissionRequest Request, string TemplateFolder, LoadedTemplates Templates, InjectionDecision Decision)
{
    /// <summary>The object with the decision's patch; missing when it is denied.</summary>
    public JsonValue Result { get; } = Decision switch
    {
        InjectionDecision.Changed changed => changed.Patch.Apply(Request.Object).Freeze(),
        InjectionDecision.Denied => default,
        _ => Request.Object,
    };

    /// <summary>True when the pod template is another than before.</summary>
    public bool IsRollOut => !JsonEquality.AreEqual(Workloads.PodTemplate(Request.OldObject), Workloads.PodTemplate(Result));

    /// <summary>True for what the API server would not store: denied, or a Job with another pod template.</summary>
    public bool IsRefused => Result.IsMissing || (IsUpdate && IsRollOut && Request.Kind.Kind == "Job");

    /// <summary>What became of pods and templates, and what is said: a comment of YAML.</summary>
    public string Header => Lines(
    [
        Pods(),
        .. Decision.Outcomes.Select(outcome => outcome.Template == null ? outcome.Reason.Name() : $"{outcome.Template}: {outcome.Reason.Name()}"),
        .. Decision.Warnings.Select(warning => $"warning: {warning}"),
    ]);

    /// <summary>The object as YAML; empty when it is denied.</summary>
    public string Yaml => Result.IsMissing ? "" : YamlWriter.ToText(Result);

    private bool IsUpdate => Request.Operation == AdmissionOperation.Update;

    private static string Lines(IEnumerable<string> lines) =>
        lines.Aggregate(new StringBuilder(), (text, line) => text.Append("# ").Append(line).Append('\n')).ToString();

    private string Pods() => Decision is InjectionDecision.Denied denied ? $"denied: {denied.Status.Message}"
        : !IsUpdate ? "created"
        : Request.Kind.Kind == "Pod" ? "updated in place"
        : !IsRollOut ? "pods stay"
        : IsRefused ? "pods stay: the API server refuses another pod template"
        : "pods are replaced";
}
