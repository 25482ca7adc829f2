using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>All templates of one pod: what each of them may add depends on the others.</summary>
/// <param name="selected">Those that are merged now, in their order.</param>
/// <param name="standing">Those of today that earlier injections brought.</param>
internal sealed class MergedTemplates(IReadOnlyList<InjectionTemplate> selected, IReadOnlyList<InjectionTemplate> standing)
{
    /// <summary>True when one of them has a container of that name, whichever list it goes to.</summary>
    public bool Bring(JsonValue container) => Bring(selected, container) || Bring(standing, container);

    /// <summary>The largest grace period, in seconds, that one of those says that are merged now; 0: none says one.</summary>
    public long LongestGracePeriod()
    {
        long longest = 0;
        for (int i = 0; i < selected.Count; i++)
        {
            if (selected[i].Content[GraceMerge.Field].TryGetInt64(out long seconds))
            {
                longest = Math.Max(longest, seconds);
            }
        }

        return longest;
    }

    private static bool Bring(IReadOnlyList<InjectionTemplate> templates, JsonValue name)
    {
        for (int i = 0; i < templates.Count; i++)
        {
            if (Names(templates[i].Content["initContainers"u8], name) || Names(templates[i].Content["containers"u8], name))
            {
                return true;
            }
        }

        return false;
    }

    /// <remarks>A container without an image only holds what a template that is gone had brought into one of the workload's.</remarks>
    private static bool Names(JsonValue containers, JsonValue name)
    {
        JsonCursor items = new(containers);
        while (items.MoveNext())
        {
            if (JsonEquality.AreEqual(items.Value["name"u8], name) && !items.Value["image"u8].IsMissing)
            {
                return true;
            }
        }

        return false;
    }
}
