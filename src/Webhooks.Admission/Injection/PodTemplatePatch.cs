using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Injection;

/// <summary>The patch that gives an object another pod template, proven before anybody sees it.</summary>
internal sealed class PodTemplatePatch
{
    /// <summary>The members that tell items of a pod template's lists apart.</summary>
    private static readonly string[] Keys =
        ["name", "mountPath", "devicePath", "containerPort", "protocol", "ip", "topologyKey", "whenUnsatisfiable"];

    private readonly JsonDiff _diff;

    private PodTemplatePatch(bool ignoresOrder)
    {
        _diff = new JsonDiff(Keys) { IgnoresMemberOrder = ignoresOrder };
    }

    /// <summary>Gives it to the letter.</summary>
    public static PodTemplatePatch Exact { get; } = new(ignoresOrder: false);

    /// <summary>Gives it with members in any order: fewer operations.</summary>
    public static PodTemplatePatch InAnyOrder { get; } = new(ignoresOrder: true);

    /// <summary>The patch; empty when nothing differs.</summary>
    /// <param name="sent">The object.</param>
    /// <param name="before">Its pod template.</param>
    /// <param name="after">The pod template that it should have.</param>
    /// <param name="path">The members on the way from the object to its pod template.</param>
    /// <exception cref="InvalidOperationException">The patch does not do that: a fault of ours.</exception>
    public JsonPatch Between(JsonValue sent, JsonValue before, JsonValue after, string[] path)
    {
        JsonPatch patch = _diff.Between(before, after, path.Aggregate(JsonPointer.Root, (pointer, member) => pointer.Append(member)));
        if (!patch.IsEmpty && !_diff.Between(PodTemplates.Find(patch.Apply(sent).Freeze(), path), after).IsEmpty)
        {
            throw new InvalidOperationException("the patch does not make the pod template that was decided on");
        }

        return patch;
    }
}
