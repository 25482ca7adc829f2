using System.Text.Json.Nodes;

namespace Webhooks.Tests.Injection;

/// <summary>Objects as an API server would have them in its review: with its defaults, and without nulls in the PodSpec.</summary>
/// <remarks>Source: pkg/apis/core/v1/defaults.go. Written with System.Text.Json, not with the table that is tested.</remarks>
internal static class StoredObject
{
    private const string Ephemeral = "ephemeralContainers";

    /// <summary>The object's JSON, stored.</summary>
    /// <param name="json">The object.</param>
    /// <param name="pathOfPod">The names on the way to its pod template.</param>
    public static string Of(string json, string[] pathOfPod)
    {
        JsonObject root = JsonNode.Parse(json)!.AsObject();
        JsonObject? pod = pathOfPod.Aggregate<string, JsonObject?>(root, (node, name) => node?[name] as JsonObject);
        if (pod?["spec"] is not JsonObject spec)
        {
            return json;
        }

        DropNulls(spec);
        foreach (JsonObject container in Items(spec, "containers").Concat(Items(spec, "initContainers")).Concat(Items(spec, Ephemeral)))
        {
            FillContainer(container);
        }

        foreach (JsonObject port in Items(spec, "containers").Concat(Items(spec, "initContainers")).SelectMany(container => Items(container, "ports")))
        {
            FillPort(port, isHostNetwork: pathOfPod.Length == 0 && spec["hostNetwork"]?.GetValue<bool>() == true);
        }

        foreach (JsonObject volume in Items(spec, "volumes"))
        {
            FillVolume(volume);
        }

        Fill(spec, "restartPolicy", "Always");
        Fill(spec, "dnsPolicy", "ClusterFirst");
        Fill(spec, "schedulerName", "default-scheduler");
        Fill(spec, "securityContext", new JsonObject());
        Fill(spec, "terminationGracePeriodSeconds", 30);
        return root.ToJsonString();
    }

    private static void FillContainer(JsonObject container)
    {
        string image = Text(container, "image");
        bool isLatest = image.EndsWith(":latest", StringComparison.Ordinal) || (image.Length > 0 && !image.Contains(':', StringComparison.Ordinal) && !image.Contains('@', StringComparison.Ordinal));
        Fill(container, "imagePullPolicy", isLatest ? "Always" : "IfNotPresent");
        Fill(container, "terminationMessagePath", "/dev/termination-log");
        Fill(container, "terminationMessagePolicy", "File");
        Fill(container, "resources", new JsonObject());
        foreach (JsonObject variable in Items(container, "env"))
        {
            if (variable["valueFrom"]?["fieldRef"] is JsonObject reference)
            {
                Fill(reference, "apiVersion", "v1");
            }
        }

        if (container["livenessProbe"] is JsonObject probe)
        {
            JsonObject get = probe["httpGet"]!.AsObject();
            Fill(get, "path", "/");
            Fill(get, "scheme", "HTTP");
            Fill(probe, "timeoutSeconds", 1);
            Fill(probe, "periodSeconds", 10);
            Fill(probe, "successThreshold", 1);
            Fill(probe, "failureThreshold", 3);
        }
    }

    private static void FillPort(JsonObject port, bool isHostNetwork)
    {
        Fill(port, "protocol", "TCP");
        if (isHostNetwork && (port["hostPort"]?.GetValue<int>() ?? 0) == 0)
        {
            port["hostPort"] = port["containerPort"]!.DeepClone();
        }
    }

    private static void FillVolume(JsonObject volume)
    {
        if (volume.Count == 1)
        {
            volume["emptyDir"] = new JsonObject();
        }

        if (volume["configMap"] is JsonObject map)
        {
            Fill(map, "defaultMode", 420);
        }

        if (volume["hostPath"] is JsonObject path)
        {
            Fill(path, "type", "");
        }
    }

    private static void Fill(JsonObject parent, string name, JsonNode value)
    {
        if (parent[name] == null || (parent[name] is JsonValue text && text.ToJsonString() == "\"\""))
        {
            parent[name] = value;
        }
    }

    private static string Text(JsonObject parent, string name) => parent[name]?.GetValue<string>() ?? "";

    private static IEnumerable<JsonObject> Items(JsonObject parent, string name) => parent[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    private static void DropNulls(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (string name in members.Where(member => member.Value == null).Select(member => member.Key).ToArray())
            {
                members.Remove(name);
            }
        }

        foreach (JsonNode? child in node is JsonObject parent ? parent.Select(member => member.Value) : node as JsonArray ?? [])
        {
            DropNulls(child);
        }
    }
}
