using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Workloads;

/// <summary>The pod that a ReplicaSet makes of its template. Pure.</summary>
internal static class NewPod
{
    /// <summary>The pod, controlled by the ReplicaSet.</summary>
    /// <param name="resource">The resource of ReplicaSets.</param>
    /// <param name="set">The ReplicaSet.</param>
    public static JsonDraft Of(ApiResource resource, JsonValue set)
    {
        JsonValue template = set["spec"u8]["template"u8];
        JsonDraft pod = JsonDraft.EmptyObject();
        JsonDraft metadata = pod.Child("metadata");
        metadata.SetText("generateName", set["metadata"u8]["name"u8].GetString() + "-");
        foreach (string member in new[] { "labels", "annotations", "finalizers" })
        {
            if (template["metadata"u8][member] is { IsAbsent: false } value)
            {
                metadata.SetValue(member, value);
            }
        }

        Owning.SetController(pod, resource, set);
        pod.SetValue("spec", template["spec"u8]);
        return pod;
    }
}
