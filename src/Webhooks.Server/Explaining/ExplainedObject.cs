using Webhooks.Admission.Explaining;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Server.Documents;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.Explaining;

/// <summary>One object with its explanation.</summary>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Decided">What was decided about it.</param>
/// <param name="Explanation">Why.</param>
internal sealed record ExplainedObject(SourceDocument Document, ObjectDecision Decided, Explanation Explanation)
{
    public AdmissionRequest Request => Decided.Request;

    public InjectionDecision Decision => Decided.Decision;

    /// <summary>True for an object that no template was asked for, and of which there is nothing to say.</summary>
    public bool IsUninvolved =>
        Explanation is { Templates: [{ Template: null, Reason: InjectionReason.NotRequested or InjectionReason.NotHandled }], Warnings: [], AskedByPods: [] };

    /// <summary><c>Deployment/web</c>; a name that the API server will generate ends in <c>…</c>.</summary>
    public string Title => $"{Request.Kind.Kind}/{Name ?? $"{GenerateName}…"}";

    /// <summary>Where it stands: <c>web.yaml:8</c>.</summary>
    public string Place => $"{Document.File.Name}:{Document.Content!.PositionOf(Decided.Place).Line}";

    /// <summary>True when an AdmissionReview brought it.</summary>
    public bool IsReviewed => AdmissionReview.IsReview(Document.Content!.Root);

    public string? Name => Metadata["name"u8].AsString() is { Length: > 0 } name ? name : Request.Name.Length > 0 ? Request.Name : null;

    public string? GenerateName => Metadata["generateName"u8].AsString();

    /// <summary>The namespace that counted; <c>null</c> for an object that may have none.</summary>
    public string? Namespace =>
        Injector.Handles(Request.Kind) || IsReviewed ? Request.Namespace is { Length: > 0 } counted ? counted : null
        : Metadata["namespace"u8].AsString();

    private JsonValue Metadata => (Request.Object.Kind == JsonKind.Object ? Request.Object : Request.OldObject)["metadata"u8];
}
