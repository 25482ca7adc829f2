using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of the kinds that keep pods. Source: <c>pkg/apis/apps/v1/defaults.go</c>.</summary>
internal static class WorkloadDefaults
{
    /// <summary>Fills a Deployment.</summary>
    public static void OfDeployment(JsonDraft deployment)
    {
        JsonDraft spec = deployment.Child("spec");
        PodDefaults.OfTemplate(spec.Find("template"));
        spec.Default("replicas", "1");
        if (Rolling(spec.Child("strategy")) is { } rolling)
        {
            rolling.DefaultText("maxUnavailable", "25%");
            rolling.DefaultText("maxSurge", "25%");
        }

        spec.Default("revisionHistoryLimit", "10");
        spec.Default("progressDeadlineSeconds", "600");
    }

    /// <summary>Fills a ReplicaSet.</summary>
    public static void OfReplicaSet(JsonDraft set)
    {
        JsonDraft spec = set.Child("spec");
        PodDefaults.OfTemplate(spec.Find("template"));
        spec.Default("replicas", "1");
    }

    /// <summary>Fills a StatefulSet.</summary>
    public static void OfStatefulSet(JsonDraft set)
    {
        JsonDraft spec = set.Child("spec");
        PodDefaults.OfTemplate(spec.Find("template"));
        spec.DefaultText("podManagementPolicy", "OrderedReady");
        Rolling(spec.Child("updateStrategy"))?.Default("partition", "0");

        JsonDraft retention = spec.Child("persistentVolumeClaimRetentionPolicy");
        retention.DefaultText("whenDeleted", "Retain");
        retention.DefaultText("whenScaled", "Retain");
        foreach (JsonDraft claim in spec.List("volumeClaimTemplates"))
        {
            // The server names their type, for clients that look at objects by themselves.
            claim.SetText("kind", "PersistentVolumeClaim");
            claim.SetText("apiVersion", "v1");
            VolumeDefaults.OfClaim(claim);
        }

        spec.Default("replicas", "1");
        spec.Default("revisionHistoryLimit", "10");
    }

    /// <summary>Fills a DaemonSet.</summary>
    public static void OfDaemonSet(JsonDraft set)
    {
        JsonDraft spec = set.Child("spec");
        PodDefaults.OfTemplate(spec.Find("template"));
        if (Rolling(spec.Child("updateStrategy")) is { } rolling)
        {
            rolling.Default("maxUnavailable", "1");
            rolling.Default("maxSurge", "0");
        }

        spec.Default("revisionHistoryLimit", "10");
    }

    /// <summary>Fills a ReplicationController: selector and labels come from the template.</summary>
    public static void OfReplicationController(JsonDraft controller)
    {
        JsonDraft spec = controller.Child("spec");
        PodDefaults.OfTemplate(spec.Find("template"));
        spec.Default("replicas", "1");
        if (spec.Find("template")?.Find("metadata")?.Find("labels") is { Kind: JsonKind.Object } labels)
        {
            string text = labels.Freeze(JsonPolicy.Server).ToString();
            spec.Default("selector", text);
            controller.Child("metadata").Default("labels", text);
        }
    }

    /// <summary>A strategy rolls, unless it says otherwise.</summary>
    /// <returns>How it rolls; <c>null</c> where it does not.</returns>
    private static JsonDraft? Rolling(JsonDraft strategy)
    {
        strategy.DefaultText("type", "RollingUpdate");
        return strategy.Text("type") == "RollingUpdate" ? strategy.Child("rollingUpdate") : null;
    }
}
