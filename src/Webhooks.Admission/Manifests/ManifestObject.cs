using Webhooks.Admission.Reviews;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Manifests;

/// <summary>One Kubernetes object of a document: the document itself, or an item of a List.</summary>
/// <param name="Path">Where in the document it stands; the root for the document itself.</param>
/// <param name="Request">The request that creating it would make.</param>
/// <param name="SaysKind">True when the object itself says its kind; false where the list that it stands in does.</param>
public sealed record ManifestObject(JsonPointer Path, AdmissionRequest Request, bool SaysKind)
{
    /// <summary><c>Deployment/web</c>, for messages.</summary>
    public string Title => $"{Request.Kind.Kind}/{(Request.Name.Length > 0 ? Request.Name : "(generated name)")}";
}
