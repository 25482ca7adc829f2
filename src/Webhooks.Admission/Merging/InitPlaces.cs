using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Where init containers go that go first: before the workload's own, behind those that earlier injections put
/// there, one behind the other.
/// </summary>
internal sealed class InitPlaces
{
    private static readonly Shape List = PodShapes.PodSpec.Fields[ContainerList.Init];
    private int _next;

    /// <summary>The places in a list to which nothing was added first yet.</summary>
    /// <param name="owners">Who brought what.</param>
    /// <param name="containers">The list; <c>null</c>: there is none.</param>
    public InitPlaces(ItemOwners owners, JsonDraft? containers)
    {
        while (_next < (containers?.Count ?? 0) && IsStanding(owners, containers!, _next))
        {
            _next++;
        }
    }

    /// <summary>The index for the next one.</summary>
    public int Take() => _next++;

    private static bool IsStanding(ItemOwners owners, JsonDraft containers, int index)
    {
        JsonValue container = containers.PeekItem(index);
        container = container.IsMissing ? containers.Items[index].Freeze() : container;
        return owners.IsStanding(ItemPath.Item(ContainerList.Init, container, List));
    }
}
