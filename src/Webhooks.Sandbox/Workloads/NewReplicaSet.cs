using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Workloads;

/// <summary>The ReplicaSet that a Deployment makes for its template. Pure.</summary>
internal static class NewReplicaSet
{
    /// <summary>The ReplicaSet, without owner and annotations.</summary>
    /// <param name="deployment">The Deployment.</param>
    /// <param name="name">Its name.</param>
    /// <param name="hash">The hash of the template, which its pods are selected by.</param>
    /// <param name="replicas">How many pods it is to have.</param>
    public static JsonDraft Of(JsonValue deployment, string name, string hash, long replicas)
    {
        JsonDraft labelled = PodTemplates.WithHash(deployment["spec"u8]["template"u8], hash);
        JsonDraft made = JsonDraft.EmptyObject();
        JsonDraft metadata = made.Child("metadata");
        metadata.SetText("name", name);
        metadata.SetValue("labels", labelled.Find("metadata")!.Find("labels")!.Freeze(JsonPolicy.Server));
        JsonDraft spec = made.Child("spec");
        spec.SetNumber("replicas", replicas);
        if (Numbers.Of(deployment["spec"u8]["minReadySeconds"u8]) is > 0 and var seconds)
        {
            spec.SetNumber("minReadySeconds", seconds);
        }

        JsonDraft selector = new(deployment["spec"u8]["selector"u8]);
        selector.Child("matchLabels").SetText(PodTemplates.HashLabel, hash);
        spec.Set("selector", selector);
        spec.Set("template", labelled);
        return made;
    }
}
