using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;

namespace Webhooks.Tests.Injection;

/// <summary>Takes off an object what its status says was added just now: nothing but the object as it came should be left.</summary>
internal static class TakenOff
{
    private const string Grace = "terminationGracePeriodSeconds";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    /// <summary>The object without white space, its number literals and member order as they are.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(Plain);

    /// <summary>The object without what the templates brought, compact.</summary>
    /// <param name="one">The case.</param>
    /// <param name="result">The object after injection.</param>
    /// <param name="brought">The templates that were injected now.</param>
    public static string Of(InjectionCase one, string result, IReadOnlySet<string> brought)
    {
        JsonNode root = JsonNode.Parse(result)!;
        JsonNode pod = one.PathOfPod.Aggregate(root, (node, name) => node[name]!);
        JsonNode before = one.PathOfPod.Aggregate(JsonNode.Parse(one.Workload)!, (node, name) => node[name]!);
        JsonObject status = Status(pod);
        string[] kept = [.. Paths(status, "added", name => !brought.Contains(name)), .. Paths(status, "made", name => !brought.Contains(name))];
        Dictionary<string, JsonNode?> was = [];
        foreach ((string path, JsonNode? value) in status.Where(entry => brought.Contains(entry.Key)).SelectMany(entry => entry.Value!["was"]?.AsObject() ?? []))
        {
            was[path] = value;
        }

        foreach (string path in TakenOver(before, kept))
        {
            was[path] = before["spec"]![path];
        }

        PutBackStatus(pod, before);
        foreach (string path in Paths(status, "added", brought.Contains).Distinct().Except(kept))
        {
            Remove(pod, path, was);
        }

        foreach (string path in Paths(status, "made", brought.Contains).Distinct().Except(kept).OrderByDescending(path => ItemSteps.Of(path).Count))
        {
            List<string> steps = Steps(path);
            JsonNode parent = ItemSteps.Parent(pod, steps) ?? throw new PropertyException($"the parent of {path} is not there");
            if (parent[steps[^1]] is JsonArray { Count: 0 } or JsonObject { Count: 0 })
            {
                Remove(pod, path, was);
            }
        }

        return root.ToJsonString(Plain);
    }

    /// <summary>The status annotation, read.</summary>
    public static JsonObject Status(JsonNode pod) =>
        JsonNode.Parse(pod["metadata"]!["annotations"]![InjectionOptions.Default.Annotations.Status]!.GetValue<string>())!.AsObject();

    private static IEnumerable<string> Paths(JsonObject status, string list, Func<string, bool> isWanted) => status
        .Where(entry => isWanted(entry.Key))
        .SelectMany(entry => entry.Value![list]?.AsArray() ?? [])
        .Select(path => path!.GetValue<string>());

    private static List<string> Steps(string path) =>
        path == "metadata" || path.StartsWith("metadata.", StringComparison.Ordinal) ? ItemSteps.Of(path) : ["spec", .. ItemSteps.Of(path)];

    private static void Remove(JsonNode pod, string path, Dictionary<string, JsonNode?> was)
    {
        List<string> steps = Steps(path);
        JsonNode? parent = ItemSteps.Parent(pod, steps);
        switch (ItemSteps.Key(parent, steps[^1], steps.Count > 1 ? steps[^2] : ""))
        {
            case string name when was.TryGetValue(path, out JsonNode? value):
                parent![name] = value?.DeepClone();
                break;
            case string name:
                parent!.AsObject().Remove(name);
                break;
            case int index:
                parent!.AsArray().RemoveAt(index);
                break;
            default:
                throw new PropertyException($"{path} is listed and is not there");
        }
    }

    /// <summary>What a proven status listed that lists it no more: the grace period, raised by another template.</summary>
    private static IEnumerable<string> TakenOver(JsonNode before, string[] kept) =>
        before["metadata"]?["annotations"]?[InjectionOptions.Default.Annotations.Status] is JsonValue status && status.TryGetValue(out string? earlier)
        && earlier.Contains($"\"{Grace}\"", StringComparison.Ordinal) && !kept.Contains(Grace)
            ? [Grace]
            : [];

    private static void PutBackStatus(JsonNode pod, JsonNode before)
    {
        string name = InjectionOptions.Default.Annotations.Status;
        JsonObject annotations = pod["metadata"]!["annotations"]!.AsObject();
        if (before["metadata"]?["annotations"] is JsonObject old && old.TryGetPropertyValue(name, out JsonNode? text))
        {
            annotations[name] = text?.DeepClone();
        }
        else
        {
            annotations.Remove(name);
        }
    }
}
