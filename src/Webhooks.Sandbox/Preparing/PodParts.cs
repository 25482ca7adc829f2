using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Preparing;

/// <summary>Pods of which a write changes one part only: what else it says is passed over.</summary>
internal static class PodParts
{
    /// <summary>The pod that was there, with the ephemeral containers of <paramref name="value"/>.</summary>
    public static JsonDraft WithEphemeralContainers(JsonValue value, JsonValue old)
    {
        JsonDraft pod = Unchanged(value, old);
        pod.Child("spec").SetOrRemove("ephemeralContainers", value["spec"u8]["ephemeralContainers"u8]);
        return pod;
    }

    /// <summary>The pod that was there, its containers with the resources that <paramref name="value"/> gives those of the same name.</summary>
    public static JsonDraft WithResources(JsonValue value, JsonValue old)
    {
        JsonDraft pod = Unchanged(value, old);
        JsonDraft spec = pod.Child("spec");
        foreach (string list in new[] { "containers", "initContainers" })
        {
            ILookup<string, JsonValue> wanted = value["spec"u8][list].Items().ToLookup(container => container["name"u8].AsString() ?? "", StringComparer.Ordinal);
            foreach (JsonDraft container in spec.List(list))
            {
                if (wanted[container.Text("name")].LastOrDefault() is { IsMissing: false } next)
                {
                    container.SetOrRemove("resources", next["resources"u8]);
                    container.SetOrRemove("resizePolicy", next["resizePolicy"u8]);
                }
            }
        }

        return pod;
    }

    private static JsonDraft Unchanged(JsonValue value, JsonValue old)
    {
        JsonDraft pod = new(old);
        JsonDraft metadata = pod.Child("metadata");
        foreach (string member in new[] { "name", "namespace", "uid", "resourceVersion", "managedFields" })
        {
            metadata.SetOrRemove(member, value["metadata"u8][member]);
        }

        return pod;
    }
}
