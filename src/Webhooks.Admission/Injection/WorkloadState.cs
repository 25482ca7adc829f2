using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>A workload as it is, or as a request wants it to be: what it asks for, and what its status proves.</summary>
internal sealed class WorkloadState
{
    private static readonly JsonValue Nothing = JsonTree.Parse("{}").Root;
    private readonly AnnotationNames _names;
    private readonly MemberLookup _annotations;
    private readonly MemberLookup _templateAnnotations;
    private readonly HashSet<string> _asked;
    private Dictionary<string, TemplateEntry>? _entries;
    private HashSet<string>? _brought;

    private WorkloadState(AnnotationNames names, JsonValue workload, string[] path)
    {
        _names = names;
        JsonValue template = PodTemplates.Find(workload, path);
        PodTemplate = template.Kind == JsonKind.Object ? template : Nothing;
        Annotations = workload["metadata"u8]["annotations"u8];
        TemplateAnnotations = PodTemplate["metadata"u8]["annotations"u8];
        _annotations = new MemberLookup(Annotations);
        _templateAnnotations = new MemberLookup(TemplateAnnotations);
        Asked = OptIns.Read(names, Annotations, TemplateAnnotations, []);
        _asked = [.. Asked.Asked.Where(one => one.Refusal == null).Select(one => one.Template)];
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

    /// <summary>All items that its status proves.</summary>
    public IReadOnlySet<string> Brought => _brought ??= Proven.SelectMany(entry => entry.Added).ToHashSet(StringComparer.Ordinal);

    /// <summary>Takes the status for none: it proves nothing.</summary>
    public void DisbelieveStatus()
    {
        Proven = [];
        _entries = null;
        _brought = null;
    }

    /// <summary>What the status proves of a template; <c>null</c>: nothing.</summary>
    public TemplateEntry? EntryOf(string template)
    {
        if (_entries == null)
        {
            _entries = new Dictionary<string, TemplateEntry>(StringComparer.Ordinal);
            foreach (TemplateEntry entry in Proven)
            {
                _entries.TryAdd(entry.Template, entry);
            }
        }

        return _entries.GetValueOrDefault(template);
    }

    /// <summary>True when the status proves that this template was injected.</summary>
    public bool Names(string template) => EntryOf(template) != null;

    /// <summary>True when the workload asks for a template, and nothing says no.</summary>
    public bool AsksFor(string template) => _asked.Contains(template);

    /// <summary>True when an annotation of the workload, or of its pod template, says the same in both.</summary>
    public bool Agrees(WorkloadState other, string annotation) =>
        AreSame(_annotations[annotation], other._annotations[annotation])
        && AreSame(_templateAnnotations[annotation], other._templateAnnotations[annotation]);

    /// <summary>True when both ask for today's templates by the same word.</summary>
    public bool HasSameRefresh(WorkloadState other) => AreSame(Annotations[_names.Refresh], other.Annotations[_names.Refresh]);

    private static bool AreSame(JsonValue left, JsonValue right) =>
        (left.IsAbsent && right.IsAbsent) || JsonEquality.AreEqual(left, right);
}
