using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of Pods and of the templates they are made of. Source: <c>pkg/apis/core/v1/defaults.go</c>.</summary>
internal static class PodDefaults
{
    private static readonly string[] Containers = ["initContainers", "containers", "ephemeralContainers"];

    /// <summary>Fills a Pod: also what only Pods and not their templates have.</summary>
    public static void OfPod(JsonDraft pod)
    {
        if (pod.Find("spec") is not { Kind: JsonKind.Object } spec)
        {
            return;
        }

        OfSpec(spec, spec.FindSource("hostNetwork").Kind == JsonKind.True);
        foreach (JsonDraft container in spec.List("containers").Concat(spec.List("initContainers")))
        {
            if (container.Find("resources")?.Find("limits") is { Kind: JsonKind.Object } limits)
            {
                container.Child("resources").Child("requests").FillFrom(limits);
            }
        }

        spec.Default("enableServiceLinks", "true");
        if (pod.Find("status") is { Kind: JsonKind.Object } status && status.Text("podIP") is { Length: > 0 } address && status.List("podIPs").Count == 0)
        {
            status.SetJson("podIPs", $$"""[{"ip":{{JsonText.Quote(address)}}}]""");
        }
    }

    /// <summary>Fills the <c>spec</c> of a template; nothing where there is none.</summary>
    public static void OfTemplate(JsonDraft? template)
    {
        if (template is { Kind: JsonKind.Object })
        {
            OfSpec(template.Child("spec"), isOnHost: false);
        }
    }

    private static void OfSpec(JsonDraft spec, bool isOnHost)
    {
        Account(spec);
        spec.DefaultText("dnsPolicy", "ClusterFirst");
        spec.DefaultText("restartPolicy", "Always");
        spec.Default("securityContext", "{}");
        spec.Default("terminationGracePeriodSeconds", "30");
        spec.DefaultText("schedulerName", "default-scheduler");
        foreach (string list in Containers)
        {
            foreach (JsonDraft container in spec.List(list))
            {
                ContainerDefaults.Fill(container, isOnHost);
            }
        }

        foreach (JsonDraft volume in spec.List("volumes"))
        {
            VolumeDefaults.OfPodVolume(volume);
        }
    }

    /// <summary>The account has a name of old, which goes with the new one.</summary>
    private static void Account(JsonDraft spec)
    {
        spec.Default("serviceAccountName", JsonText.Quote(spec.Text("serviceAccount")));
        if (spec.Text("serviceAccountName") is { Length: > 0 } account)
        {
            spec.SetText("serviceAccount", account);
        }
    }
}
