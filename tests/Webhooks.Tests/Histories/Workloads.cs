using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;

namespace Webhooks.Tests.Histories;

/// <summary>What kubectl and controllers know of workloads.</summary>
internal static class Workloads
{
    private static readonly string[] Kept =
    [
        "kubectl.kubernetes.io/last-applied-configuration",
        "deployment.kubernetes.io/revision",
        "deployment.kubernetes.io/revision-history",
        "deployment.kubernetes.io/desired-replicas",
        "deployment.kubernetes.io/max-replicas",
        "deprecated.deployment.rollback.to",
    ];

    /// <summary>The members on the way to the pod template; none for a Pod.</summary>
    public static string[] PathIn(JsonValue workload) => workload["kind"].AsString() switch
    {
        "Pod" => [],
        "CronJob" => ["spec", "jobTemplate", "spec", "template"],
        _ => ["spec", "template"],
    };

    public static JsonValue PodTemplate(JsonValue workload) =>
        PathIn(workload).Aggregate(workload, (value, member) => value[member]);

    /// <summary>The request that creating the object would make.</summary>
    public static AdmissionRequest Creation(JsonValue workload) => ManifestObjects.In(workload).Single().Request;

    /// <summary>
    /// The request of <c>kubectl rollout undo</c>: the pod template of that time; a Deployment's annotations too, but
    /// for those that kubectl keeps. Source: kubectl/pkg/polymorphichelpers/rollback.go.
    /// </summary>
    public static JsonValue Undo(JsonValue workload, JsonValue then)
    {
        JsonDraft request = new(workload);
        request.Find("spec")!.Set("template", new JsonDraft(PodTemplate(then)));
        if (workload["kind"].AsString() == "Deployment")
        {
            JsonDraft annotations = JsonDraft.EmptyObject();
            Enter(annotations, workload, Kept.Contains);
            Enter(annotations, then, name => !Kept.Contains(name));
            request.Find("metadata")!.Set("annotations", annotations);
        }

        return request.Freeze();
    }

    /// <summary>The Pod that a controller makes of a workload's pod template.</summary>
    public static JsonValue Pod(JsonValue workload)
    {
        JsonValue template = PodTemplate(workload);
        JsonDraft metadata = template["metadata"].Kind == JsonKind.Object ? new(template["metadata"]) : JsonDraft.EmptyObject();
        metadata.Set("generateName", Text($"{workload["metadata"]["name"].AsString()}-"));
        metadata.Set("namespace", Text(Creation(workload).Namespace));
        JsonDraft pod = JsonDraft.EmptyObject();
        pod.Set("apiVersion", Text("v1"));
        pod.Set("kind", Text("Pod"));
        pod.Set("metadata", metadata);
        pod.Set("spec", new JsonDraft(template["spec"]));
        return pod.Freeze();
    }

    private static void Enter(JsonDraft annotations, JsonValue workload, Func<string, bool> which)
    {
        foreach ((string name, JsonValue value) in workload["metadata"]["annotations"].Members().Where(one => which(one.Key)))
        {
            annotations.Set(name, new JsonDraft(value));
        }
    }

    private static JsonDraft Text(string text) => new(JsonTree.Parse(JsonText.Quote(text)).Root);
}
