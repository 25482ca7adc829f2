using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>Decides about one object: which templates it gets, and the patch that adds them.</summary>
/// <remarks>Pure: no clock, no cluster, no state. Immutable and thread safe.</remarks>
public sealed class Injector(InjectionOptions options)
{
    private static readonly InjectionDecision NotHandled = Untouched(InjectionReason.NotHandled);
    private static readonly InjectionDecision NotRequested = Untouched(InjectionReason.NotRequested);

    /// <summary>True for the kinds that templates are injected into.</summary>
    public static bool Handles(GroupVersionKind kind) => PodTemplates.PathIn(kind) != null;

    /// <summary>Decides about one request. Does not change it.</summary>
    /// <param name="request">The object, and what is being done to it.</param>
    /// <param name="templates">The templates in force.</param>
    /// <param name="namespaceOptsIn">Whether the namespace is labelled so that its pods get the default templates.</param>
    /// <exception cref="ObjectFormatException">The object has not the form of its kind; an API server sends no such.</exception>
    public InjectionDecision Decide(AdmissionRequest request, TemplateSet templates, bool namespaceOptsIn = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(templates);
        if (request.SubResource.Length > 0 || PodTemplates.PathIn(request.Kind) is not { } path || request.Object.Kind != JsonKind.Object)
        {
            return NotHandled;
        }

        return request.Operation switch
        {
            AdmissionOperation.Create => DecideCreate(request, templates, path, namespaceOptsIn),
            AdmissionOperation.Update when path.Length > 0 => DecideUpdate(request, templates, path),
            _ => NotHandled,
        };
    }

    private InjectionDecision DecideCreate(AdmissionRequest request, TemplateSet templates, string[] path, bool namespaceOptsIn)
    {
        JsonValue annotations = request.Object["metadata"u8]["annotations"u8];
        IReadOnlyList<string> defaults = namespaceOptsIn && path.Length == 0 ? templates.Defaults : [];
        if (defaults.Count == 0 && !OptIns.Mentions(annotations, options.Annotations))
        {
            return NotRequested;
        }

        JsonValue podTemplate = PodTemplates.Find(request.Object, path);
        JsonValue templateAnnotations = path.Length == 0 ? default : podTemplate["metadata"u8]["annotations"u8];
        OptIns asked = OptIns.Read(options.Annotations, annotations, templateAnnotations, defaults);
        if (asked.Asked.Count == 0)
        {
            return asked.Warnings.Count == 0 ? NotRequested : NotRequestedWith(asked.Warnings);
        }

        return NeverTouched(request, annotations) is { } reason
            ? NeverTouched(asked, reason)
            : new CreateDecision(options, request, templates, asked, path).Decide();
    }

    private InjectionDecision DecideUpdate(AdmissionRequest request, TemplateSet templates, string[] path)
    {
        if (!IsOurs(request.Object, path) && !IsOurs(request.OldObject, path))
        {
            return NotRequested;
        }

        return NeverTouched(request, request.Object["metadata"u8]["annotations"u8]) is { } reason
            ? Untouched(reason)
            : new UpdateDecision(options, request, templates, path).Decide();
    }

    /// <summary>True for a workload that asks for something, or that something was injected into.</summary>
    private bool IsOurs(JsonValue workload, string[] path) =>
        OptIns.Mentions(workload["metadata"u8]["annotations"u8], options.Annotations)
        || !PodTemplates.Find(workload, path)["metadata"u8]["annotations"u8][options.Annotations.Status].IsMissing;

    private static InjectionDecision.Unchanged Untouched(InjectionReason reason) => new([new TemplateOutcome(null, reason)], []);

    private static InjectionDecision.Unchanged NeverTouched(OptIns asked, InjectionReason reason) =>
        new([.. asked.Asked.Select(one => new TemplateOutcome(one.Template, reason))], []);

    private static InjectionDecision.Unchanged NotRequestedWith(List<InjectionWarning> warnings) =>
        new([new TemplateOutcome(null, InjectionReason.NotRequested)], warnings);

    private InjectionReason? NeverTouched(AdmissionRequest request, JsonValue annotations)
    {
        if (options.IsExcluded(request.Namespace))
        {
            return InjectionReason.NamespaceExcluded;
        }

        if (!request.Object["metadata"u8]["deletionTimestamp"u8].IsAbsent)
        {
            return InjectionReason.Deleting;
        }

        bool isMirror = request.Kind.Kind == "Pod" && !annotations["kubernetes.io/config.mirror"u8].IsMissing;
        return isMirror ? InjectionReason.MirrorPod : null;
    }
}
