using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of volumes. Source: <c>pkg/apis/core/v1/defaults.go</c>.</summary>
internal static class VolumeDefaults
{
    /// <summary>0644, in decimal.</summary>
    private const string Mode = "420";

    private static readonly string[] WithMode = ["secret", "configMap", "downwardAPI", "projected"];

    /// <summary>Fills a volume of a pod.</summary>
    public static void OfPodVolume(JsonDraft volume)
    {
        if (volume.Count == (volume.Lacks("name") ? 0 : 1))
        {
            volume.SetJson("emptyDir", "{}");
        }

        foreach (string source in WithMode)
        {
            volume.Find(source)?.Default("defaultMode", Mode);
        }

        volume.Find("hostPath")?.DefaultText("type", "");
        if (volume.Find("image") is { Kind: JsonKind.Object } image)
        {
            image.DefaultText("pullPolicy", ContainerDefaults.PullPolicy(image.Text("reference")));
        }

        OfFields(volume.Find("downwardAPI"));
        foreach (JsonDraft source in volume.Find("projected")?.List("sources") ?? [])
        {
            source.Find("serviceAccountToken")?.Default("expirationSeconds", "3600");
            OfFields(source.Find("downwardAPI"));
        }

        volume.Find("ephemeral")?.Find("volumeClaimTemplate")?.Find("spec")?.DefaultText("volumeMode", "Filesystem");
    }

    /// <summary>Fills a PersistentVolume.</summary>
    public static void OfVolume(JsonDraft volume)
    {
        volume.Child("status").DefaultText("phase", "Pending");
        volume.Child("spec").DefaultText("persistentVolumeReclaimPolicy", "Retain");
        volume.Child("spec").DefaultText("volumeMode", "Filesystem");
        volume.Child("spec").Find("hostPath")?.DefaultText("type", "");
    }

    /// <summary>Fills a PersistentVolumeClaim.</summary>
    public static void OfClaim(JsonDraft claim)
    {
        claim.Child("status").DefaultText("phase", "Pending");
        claim.Child("spec").DefaultText("volumeMode", "Filesystem");
    }

    private static void OfFields(JsonDraft? source)
    {
        foreach (JsonDraft item in source?.List("items") ?? [])
        {
            item.Find("fieldRef")?.DefaultText("apiVersion", "v1");
        }
    }
}
