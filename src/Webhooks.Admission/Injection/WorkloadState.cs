using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>A workload as it is, or as a request wants it to be: what it asks for, and what its status proves.</summary>
internal sealed class WorkloadState
{
    private static readonly JsonValue Nothing = JsonTree.Parse("{}").Root;
    private readonly AnnotationNames _names;

    private WorkloadState(AnnotationNames names, JsonValue workload, string[] path)
    {
        _names = names;
        JsonValue template = PodTemplates.Find(workload, path);
        PodTemplate = template.Kind == JsonKind.Object ? template : Nothing;
        Annotations = workload["metadata"u8]["annotations"u8];
        TemplateAnnotations = PodTemplate["metadata"u8]["annotations"u8];
        Asked = OptIns.Read(names, Annotations, TemplateAnnotations, []);
        StatusText = TemplateAnnotations[names.Status].AsString();
        Look = new JsonDraft(PodTemplate);
        Proven = (StatusText == null ? null : InjectionStatus.Read(StatusText)) is { } status && status.IsProvenBy(Look)
            ? status.Entries
            : [];
    }

    /// <summary>The pod template; an empty object where there is none.</summary>
    public JsonValue PodTemplate { get; }

    /// <summary>The workload's annotations.</summary>
    public JsonValue Annotations { get; }

    /// <summary>Those of its pod template.</summary>
    public JsonValue TemplateAnnotations { get; }

    /// <summary>What its annotations ask for.</summary>
    public OptIns Asked { get; }

    /// <summary>The status as it stands there; <c>null</c>: none.</summary>
    public string? StatusText { get; }

    /// <summary>The entries of its status; none when that proves nothing.</summary>
    public IReadOnlyList<TemplateEntry> Proven { get; private set; }

    /// <summary>A draft of the pod template, to look items up in.</summary>
    public JsonDraft Look { get; }

    /// <summary>Reads a workload.</summary>
    public static WorkloadState Of(AnnotationNames names, JsonValue workload, string[] path) => new(names, workload, path);

    /// <summary>Takes the status for none: it proves nothing.</summary>
    public void DisbelieveStatus() => Proven = [];

    /// <summary>True when the status proves that this template was injected.</summary>
    public bool Names(string template) => Proven.Any(entry => entry.Template == template);

    /// <summary>True when the workload asks for a template, and nothing says no.</summary>
    public bool AsksFor(string template) => Asked.Asked.Exists(one => one.Template == template && one.Refusal == null);

    /// <summary>True when an annotation of the workload, or of its pod template, says the same in both.</summary>
    public bool Agrees(WorkloadState other, string annotation) =>
        AreSame(Annotations[annotation], other.Annotations[annotation])
        && AreSame(TemplateAnnotations[annotation], other.TemplateAnnotations[annotation]);

    /// <summary>True when both ask for today's templates by the same word.</summary>
    public bool HasSameRefresh(WorkloadState other) => AreSame(Annotations[_names.Refresh], other.Annotations[_names.Refresh]);

    private static bool AreSame(JsonValue left, JsonValue right) =>
        (left.IsAbsent && right.IsAbsent) || JsonEquality.AreEqual(left, right);
}
