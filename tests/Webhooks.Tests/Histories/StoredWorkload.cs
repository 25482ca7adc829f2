using System.Text.Json.Nodes;
using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Webhooks.Tests.Injection;
using JsonValue = Webhooks.Resources.Json.JsonValue;

namespace Webhooks.Tests.Histories;

/// <summary>Workloads as an API server stores them.</summary>
internal static class StoredWorkload
{
    private const string Server = """
        {"metadata":{"uid":"6f2d3c8e","resourceVersion":"4711","generation":3,"creationTimestamp":"2026-11-21T02:05:49Z",
        "managedFields":[{"manager":"kubectl-create","operation":"Update"}]},"status":{"observedGeneration":3}}
        """;

    /// <summary>With the API's defaults; missing for a missing one.</summary>
    public static JsonValue Of(JsonValue workload) =>
        workload.IsMissing ? workload : JsonTree.Parse(StoredObject.Of(workload.ToString(), Workloads.PathIn(workload))).Root;

    /// <summary>And with what the server and its controllers set.</summary>
    public static JsonValue Live(JsonValue workload) =>
        workload.IsMissing ? workload : WorkloadPatch.Apply(JsonTree.Parse(Server).Root, Of(workload));

    /// <summary>What was said, and the stored pod template with what its status lists.</summary>
    public static string Outcome(PlayedStep played)
    {
        bool isRollOut = !JsonEquality.AreEqual(Workloads.PodTemplate(Of(played.Request.OldObject)), Workloads.PodTemplate(Of(played.Result)));
        return $"{string.Join('\n', played.Decision.Outcomes)}\n{string.Join('\n', played.Decision.Warnings)}\n{isRollOut}\n{Sorted(played.Result)}";
    }

    /// <summary>The pod template, its members sorted; of the status only what it lists, for what had to be made depends on what was written.</summary>
    private static string Sorted(JsonValue workload)
    {
        JsonValue stored = Workloads.PodTemplate(Of(workload));
        if (stored.IsMissing)
        {
            return "";
        }

        JsonDraft template = new(stored);
        string status = InjectionOptions.Default.Annotations.Status;
        if (stored["metadata"]["annotations"][status].AsString() is { } text && InjectionStatus.Read(text) != null)
        {
            JsonObject entries = JsonNode.Parse(text)!.AsObject();
            foreach (JsonObject entry in entries.Select(entry => entry.Value).OfType<JsonObject>())
            {
                entry.Remove("made");
                entry.Remove("was");
            }

            template.Find("metadata")!.Find("annotations")!.Set(status, new JsonDraft(JsonTree.Parse(JsonText.Quote(entries.ToJsonString())).Root));
        }

        return SortedText(JsonNode.Parse(template.Freeze().ToString())!)!.ToJsonString();
    }

    private static JsonNode? SortedText(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, SortedText(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(SortedText)]),
        _ => node?.DeepClone(),
    };
}
