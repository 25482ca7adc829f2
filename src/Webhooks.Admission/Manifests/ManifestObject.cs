using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Manifests;

/// <summary>One Kubernetes object of a document: the document itself, or an item of a List.</summary>
/// <param name="Path">Where in the document it stands; the root for the document itself.</param>
/// <param name="Request">The request that creating it would make.</param>
/// <param name="SaysKind">True when the object itself says its kind; false where the list that it stands in does.</param>
public sealed record ManifestObject(JsonPointer Path, AdmissionRequest Request, bool SaysKind)
{
    /// <summary>The object with its apiVersion and kind, which an item of a typed list need not say.</summary>
    public JsonValue Whole => SaysKind ? Request.Object : WithKind();

    /// <summary><c>Deployment/web</c>, for messages.</summary>
    public string Title => $"{Request.Kind.Kind}/{(Request.Name.Length > 0 ? Request.Name : "(generated name)")}";

    private JsonValue WithKind()
    {
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteText("apiVersion", Request.Kind.GroupVersion.ToString());
        writer.WriteText("kind", Request.Kind.Kind);
        foreach ((string name, JsonValue value) in Request.Object.Members().Where(member => member.Key is not ("apiVersion" or "kind")))
        {
            writer.WriteName(name);
            writer.WriteValue(value);
        }

        writer.EndObject();
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Root;
    }
}
