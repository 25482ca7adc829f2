using Webhooks.Admission.Merging;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>Makes native sidecars of containers: what they are as init containers that restart.</summary>
internal static class NativeSidecars
{
    private static readonly JsonValue Always = JsonTree.Parse("\"Always\"").Root;

    /// <summary>The containers with <c>restartPolicy: Always</c>; one named <c>*</c> is none and stays as it is.</summary>
    /// <param name="containers">A template's; missing: none.</param>
    public static JsonValue Of(JsonValue containers)
    {
        if (containers.Kind != JsonKind.Array)
        {
            return containers;
        }

        JsonDraft natives = new(containers);
        foreach ((int index, JsonValue container) in containers.Items().Index())
        {
            if (!ContainerList.IsEvery(container))
            {
                natives.Items[index].Set("restartPolicy", new JsonDraft(Always));
            }
        }

        return natives.Freeze();
    }
}
