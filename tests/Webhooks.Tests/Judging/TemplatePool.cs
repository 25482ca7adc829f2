using System.Text;
using System.Text.Json.Nodes;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Judging;

/// <summary>The templates of the cases of lint, as JSON.</summary>
internal static class TemplatePool
{
    /// <summary>All that lint accepts, by the names of their cases.</summary>
    public static IReadOnlyDictionary<string, string> Valid { get; } = Read(one => one.IsValid);

    /// <summary>Those that it refuses and that can be read as YAML.</summary>
    public static IReadOnlyDictionary<string, string> Broken { get; } = Read(one => one.IsBroken);

    /// <summary>A pod with one container of its own and all that the template brings.</summary>
    public static string Pod(string config)
    {
        JsonObject template = JsonNode.Parse(config)!.AsObject();
        JsonObject pod = new() { ["metadata"] = template["metadata"]?.DeepClone() };
        template.Remove("metadata");
        template.Remove("injection");
        JsonArray containers = template["containers"] as JsonArray ?? [];
        containers.Insert(0, new JsonObject { ["name"] = "app", ["image"] = "app:1" });
        template["containers"] = containers;
        pod["spec"] = template.DeepClone();
        return pod.ToJsonString();
    }

    private static Dictionary<string, string> Read(Func<LintCase, bool> isMeant)
    {
        Dictionary<string, string> configs = [];
        foreach (LintCase one in LintCases.All.Where(isMeant))
        {
            if (one.Inputs.Count() == 1 && Config(File.ReadAllBytes(one.PathOf(one.Inputs.Single()))) is { Kind: JsonKind.Object } config)
            {
                configs[one.Name.Split('/')[1]] = config.ToString();
            }
        }

        return configs;
    }

    /// <summary>A bare config, or that of the only ConfigMap; missing where there is none or it can't be read.</summary>
    private static Webhooks.Resources.Json.JsonValue Config(byte[] file)
    {
        try
        {
            Webhooks.Resources.Json.JsonValue root = YamlReader.ReadSingle(file).Root;
            return root["kind"].IsMissing ? root
                : root["data"]["config"].AsString() is { } text ? YamlReader.ReadSingle(Encoding.UTF8.GetBytes(text)).Root
                : default;
        }
        catch (YamlFormatException)
        {
            return default;
        }
    }
}
