using Webhooks.Resources.Json;
using Webhooks.Sandbox.Defaulting;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the server does with Jobs: their pods are told by the Job's uid, unless the user sees to it.</summary>
internal static class JobPreparation
{
    private const string Prefix = "batch.kubernetes.io/";

    /// <summary>The selector and the template's labels.</summary>
    public static void OnCreate(JsonDraft job)
    {
        JsonDraft spec = job.Child("spec");
        if (spec.FindSource("manualSelector").Kind == JsonKind.True)
        {
            return;
        }

        string uid = job.Child("metadata").Text("uid");
        string name = job.Child("metadata").Text("name");
        JsonDraft labels = spec.Child("template").Child("metadata").Child("labels");
        labels.SetText("controller-uid", uid);
        labels.SetText("job-name", name);
        labels.SetText(Prefix + "controller-uid", uid);
        labels.SetText(Prefix + "job-name", name);
        spec.Child("selector").Child("matchLabels").DefaultText(Prefix + "controller-uid", uid);
    }
}
