using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Validation;

/// <summary>Warnings about Pods and what makes them: names that no host can have, variables that hide each other.</summary>
/// <remarks>As the strategies' <c>WarningsOnCreate</c> and <c>WarningsOnUpdate</c>, and <c>pkg/api/pod/warnings.go</c>.</remarks>
internal static class PodWarnings
{
    private const string Recommended = "which can result in surprising behavior; a DNS label is recommended: ";

    private static readonly string[] Containers = ["initContainers", "containers", "ephemeralContainers"];

    private static readonly Dictionary<(string Group, string Kind), string> Templates = new()
    {
        [("", "Pod")] = "",
        [("", "PodTemplate")] = "template",
        [("", "ReplicationController")] = "spec.template",
        [("apps", "Deployment")] = "spec.template",
        [("apps", "ReplicaSet")] = "spec.template",
        [("apps", "StatefulSet")] = "spec.template",
        [("apps", "DaemonSet")] = "spec.template",
        [("batch", "Job")] = "spec.template",
        [("batch", "CronJob")] = "spec.jobTemplate.spec.template",
    };

    /// <summary>What clients are warned of, though it is stored.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="value">The object.</param>
    /// <param name="old">What it was; missing for a new one.</param>
    public static IReadOnlyList<string> Of(ApiResource resource, JsonValue value, JsonValue old)
    {
        if (!Templates.TryGetValue((resource.Group, resource.Kind), out string? path))
        {
            return [];
        }

        List<string> warnings = [];
        if (old.IsMissing)
        {
            OfName(resource, value, warnings);
        }
        else if (path.Length == 0 || value["metadata"u8]["generation"u8].ToString() == old["metadata"u8]["generation"u8].ToString())
        {
            // Nobody writes Pods by hand, and what did not change was warned of before.
            return [];
        }

        JsonValue template = value;
        foreach (string part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            template = template[part];
        }

        OfVariables(template["spec"u8], path.Length == 0 ? "spec" : path + ".spec", warnings);
        return warnings;
    }

    private static void OfName(ApiResource resource, JsonValue value, List<string> warnings)
    {
        string? where = resource.Kind switch
        {
            "Pod" => "the Pod's hostname",
            "Deployment" or "ReplicaSet" or "ReplicationController" or "Job" or "CronJob" => "Pod names and hostnames",
            _ => null,
        };
        IReadOnlyList<string> problems = where == null ? [] : DnsLabel.Problems(value["metadata"u8]["name"u8].AsString() ?? "");
        if (problems.Count > 0)
        {
            warnings.Add($"metadata.name: this is used in {where}, {Recommended}[{string.Join(' ', problems)}]");
        }
    }

    private static void OfVariables(JsonValue spec, string field, List<string> warnings)
    {
        foreach (string list in Containers)
        {
            foreach ((int index, JsonValue container) in spec[list].Items().Index())
            {
                OfList(container["env"u8], $"{field}.{list}[{index}].env", warnings);
            }
        }
    }

    private static void OfList(JsonValue variables, string field, List<string> warnings)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue variable) in variables.Items().Index())
        {
            string name = variable["name"u8].AsString() ?? "";
            string reference = $"$({name})";
            string text = variable["value"u8].AsString() ?? "";
            // One that builds on the one before it does not hide it.
            bool builds = variable["valueFrom"u8].IsAbsent && text != reference && text.Contains(reference, StringComparison.Ordinal);
            if (!names.Add(name) && !builds)
            {
                warnings.Add($"{field}[{index}]: hides previous definition of {GoString.Quote(name)}, which may be dropped when using apply");
            }
        }
    }
}
