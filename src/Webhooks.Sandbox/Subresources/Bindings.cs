using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Subresources;

/// <summary>Binds Pods to Nodes, as schedulers ask for it.</summary>
internal sealed class Bindings(Cluster cluster)
{
    private static readonly GroupResource Pods = new("", "pods");
    private static readonly GroupVersionKind Pod = new("", "v1", "Pod");

    /// <summary>Binds the Pod of a call.</summary>
    public Answer Run(ApiCall call)
    {
        WriteOptions options = WriteOptions.Read(call.Query, "CreateOptions");
        JsonValue binding = ObjectForms.Decode(call, options).Object;
        string name = call.Name.Length > 0 ? call.Name : binding["metadata"u8]["name"u8].AsString() ?? "";
        Check(binding["target"u8]);
        string key = StoredObject.KeyOf(call.Namespace, name);
        while (true)
        {
            StoredObject pod = cluster.Store.Find(Pods, key) ?? throw new StatusException(Status.NotFound(Pods, name));
            JsonDraft bound = Bind(name, pod.Read(Pod), binding);
            if (options.IsDryRun || cluster.Store.TryReplace(Pods, pod, StoredObject.Of(bound)) != null)
            {
                return new Answer.Failure(Status.Success() with { Code = 201 });
            }
        }
    }

    private JsonDraft Bind(string name, JsonValue pod, JsonValue binding)
    {
        string? node = pod["spec"u8]["nodeName"u8].AsString();
        string? problem = !pod["metadata"u8]["deletionTimestamp"u8].IsAbsent ? $"pod {name} is being deleted, cannot be assigned to a host"
            : !string.IsNullOrEmpty(node) ? $"pod {name} is already assigned to node \"{node}\""
            : null;
        if (problem != null)
        {
            throw new StatusException(Status.Conflict(new GroupResource("", "pods/binding"), name, problem));
        }

        JsonDraft bound = new(pod);
        bound.Child("spec").SetValue("nodeName", binding["target"u8]["name"u8]);
        JsonDraft metadata = bound.Child("metadata");
        foreach (string kept in (string[])["annotations", "labels"])
        {
            foreach ((string key, JsonValue value) in binding["metadata"u8][kept].Members())
            {
                metadata.Child(kept).SetValue(key, value);
            }
        }

        Schedule(bound);
        return bound;
    }

    private void Schedule(JsonDraft pod)
    {
        JsonDraft status = pod.Child("status");
        JsonDraft list = JsonDraft.EmptyArray();
        foreach (JsonDraft condition in status.Find("conditions")?.Items ?? [])
        {
            if (condition.FindSource("type").AsString() != "PodScheduled")
            {
                list.Add(condition);
            }
        }

        string now = GoTime.Write(cluster.Time.GetUtcNow());
        list.Add(Drafts.Json($$"""{"type":"PodScheduled","status":"True","lastProbeTime":null,"lastTransitionTime":"{{now}}"}"""));
        status.Set("conditions", list);
    }

    /// <summary>A target must be a Node; the refusal is no API error, so it is a 500.</summary>
    private static void Check(JsonValue target)
    {
        List<StatusCause> causes = [];
        if (target["kind"u8].AsString() is not (null or "" or "Node") and { } kind)
        {
            causes.Add(FieldError.NotSupported("target.kind", kind, ["Node", "<empty>"]));
        }

        if (target["name"u8].AsString() is null or "")
        {
            causes.Add(FieldError.Required("target.name"));
        }

        if (causes.Count > 0)
        {
            throw new StatusException(GoNumbers.Plain(FieldError.Aggregate(causes)));
        }
    }
}
