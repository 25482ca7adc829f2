using System.Text.Json;

namespace Webhooks.Tests.Injection;

/// <summary>What must not stand twice in a pod; read with System.Text.Json, not with what is tested.</summary>
internal static class PodInvariants
{
    /// <summary>What stands twice, or names what is not there; in words.</summary>
    /// <param name="workload">The object.</param>
    /// <param name="pathOfPod">The names on the way to its pod template.</param>
    /// <param name="isBefore">Whether a template may yet make a plain init container run beside the others.</param>
    public static IReadOnlyList<string> Violations(JsonElement workload, IEnumerable<string> pathOfPod, bool isBefore)
    {
        JsonElement spec = pathOfPod.Append("spec").Aggregate(workload, (value, name) => value.GetProperty(name));
        List<string> violations = [];
        JsonElement[] plain = [.. List(spec, "containers")];
        JsonElement[] init = [.. List(spec, "initContainers")];
        Unique("container", plain.Concat(init).Concat(List(spec, "ephemeralContainers")).Select(one => Text(one, "name")), violations);
        string[] claims = workload.TryGetProperty("spec", out JsonElement outer)
            ? [.. List(outer, "volumeClaimTemplates").Select(claim => Text(claim.GetProperty("metadata"), "name"))]
            : [];
        string[] volumes = [.. List(spec, "volumes").Select(volume => Text(volume, "name")), .. claims];
        Unique("volume", volumes, violations);
        foreach (JsonElement container in plain.Concat(init))
        {
            JsonElement[] mounts = [.. List(container, "volumeMounts")];
            Unique($"{Text(container, "name")}: mountPath", mounts.Select(mount => Text(mount, "mountPath")), violations);
            Unique($"{Text(container, "name")}: port", List(container, "ports").Select(Port), violations);
            Unique($"{Text(container, "name")}: port name", List(container, "ports").Select(port => Text(port, "name")).Where(name => name.Length > 0), violations);
            Unique($"{Text(container, "name")}: env", List(container, "env").Select(variable => Text(variable, "name")), violations);
            violations.AddRange(mounts.Select(mount => Text(mount, "name")).Except(volumes).Select(name => $"no volume {name}"));
        }

        JsonElement[] together = [.. plain.Concat(init.Where(one => isBefore || Text(one, "restartPolicy") == "Always"))];
        Unique("port of containers side by side", together.SelectMany(one => List(one, "ports").Select(Port).Distinct()), violations);
        foreach ((int index, JsonElement one) in init.Index().Where(one => Text(one.Item, "restartPolicy") != "Always"))
        {
            IEnumerable<string> taken = init.Take(index).Where(other => Text(other, "restartPolicy") == "Always").SelectMany(other => List(other, "ports").Select(Port));
            violations.AddRange(List(one, "ports").Select(Port).Intersect(taken).Select(port => $"{Text(one, "name")}: a sidecar before it has port {port}"));
        }

        Unique("claim", List(spec, "resourceClaims").Select(claim => Text(claim, "name")), violations);
        Unique("host alias", List(spec, "hostAliases").Select(alias => Text(alias, "ip")), violations);
        Unique("readiness gate", List(spec, "readinessGates").Select(gate => Text(gate, "conditionType")), violations);
        Unique("spread", List(spec, "topologySpreadConstraints").Select(spread => $"{Text(spread, "topologyKey")} {Text(spread, "whenUnsatisfiable")}"), violations);
        if (IsTrue(spec, "shareProcessNamespace") && IsTrue(spec, "hostPID"))
        {
            violations.Add("shareProcessNamespace and hostPID cannot both be enabled");
        }

        bool isHostNetwork = IsTrue(spec, "hostNetwork");
        Unique("hostPort", together.SelectMany(one => List(one, "ports")).Select(port => HostPort(port, isHostNetwork)).OfType<string>(), violations);
        return violations;
    }

    private static void Unique(string what, IEnumerable<string> names, List<string> violations) =>
        violations.AddRange(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"{what} {group.Key} stands twice"));

    private static bool IsTrue(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement flag) && flag.ValueKind == JsonValueKind.True;

    private static string Port(JsonElement port) => $"{Number(port, "containerPort")}/{Protocol(port)}";

    private static string? HostPort(JsonElement port, bool isHostNetwork) => Number(port, "hostPort") is > 0 and { } number ? $"{number}/{Protocol(port)}"
        : isHostNetwork ? Port(port) : null;

    private static string Protocol(JsonElement port) => Text(port, "protocol") is { Length: > 0 } protocol ? protocol : "TCP";

    private static JsonElement.ArrayEnumerator List(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    private static int Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : 0;
}
