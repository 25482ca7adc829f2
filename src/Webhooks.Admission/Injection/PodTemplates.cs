using Webhooks.Admission.Merging;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Injection;

/// <summary>Where the kinds that are handled keep the pod template that is changed.</summary>
internal static class PodTemplates
{
    private static readonly string[] OfPod = [];
    private static readonly string[] OfWorkload = ["spec", "template"];
    private static readonly string[] OfCronJob = ["spec", "jobTemplate", "spec", "template"];

    /// <summary>The members on the way to the pod template, none for a Pod; <c>null</c> for a kind that is not handled.</summary>
    public static string[]? PathIn(GroupVersionKind kind) => kind switch
    {
        { Group: "", Version: "v1", Kind: "Pod" } => OfPod,
        { Group: "apps", Version: "v1", Kind: "Deployment" or "StatefulSet" or "DaemonSet" } => OfWorkload,
        { Group: "batch", Version: "v1", Kind: "Job" } => OfWorkload,
        { Group: "batch", Version: "v1", Kind: "CronJob" } => OfCronJob,
        _ => null,
    };

    /// <summary>Follows such a path; missing where it ends early.</summary>
    public static JsonValue Find(JsonValue value, string[] path)
    {
        foreach (string member in path)
        {
            value = value[member];
        }

        return value;
    }

    /// <summary>A working copy of an object, seen from its pod template.</summary>
    /// <exception cref="ObjectFormatException">The object ends before its pod template does.</exception>
    public static PodDraft Draft(JsonValue value, string[] path)
    {
        PatchRecorder recorder = new();
        Place place = new(new JsonDraft(value), JsonPointer.Root, IsFresh: false);
        foreach (string member in path)
        {
            place = recorder.Child(place, member) is { Draft.Kind: JsonKind.Object } child
                ? child
                : throw new ObjectFormatException(place.Pointer.Append(member), "an object");
        }

        return new PodDraft(recorder, place);
    }
}
