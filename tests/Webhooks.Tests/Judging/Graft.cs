using System.Text.Json.Nodes;
using Webhooks.Tests.Injection;

namespace Webhooks.Tests.Judging;

/// <summary>Puts parts of templates into workloads as if the user had written them: what a template brings meets its like.</summary>
/// <param name="draws">Where choices come from.</param>
internal sealed class Graft(Draws draws)
{
    private static readonly string[] Lists = ["initContainers", "containers", "volumes", "resourceClaims"];
    private static readonly HashSet<string> Needed = ["name", "image", "mountPath", "containerPort"];

    private static readonly JsonObject[] Volumes =
        [.. TemplatePool.Valid.Values.SelectMany(config => Items(JsonNode.Parse(config)!.AsObject(), "volumes"))];

    /// <summary>A PodSpec with parts of a template; changed.</summary>
    public void Into(JsonObject spec, string config)
    {
        foreach ((string name, JsonNode? value) in JsonNode.Parse(config)!.AsObject())
        {
            if (name is "injection" or "metadata" || value == null || draws.Chance(20))
            {
                continue;
            }

            if (Lists.Contains(name))
            {
                MergeList(spec, name, value.AsArray());
            }
            else if (draws.Chance(40))
            {
                spec[name] = value.DeepClone();
            }
        }
    }

    /// <summary>A template whose containers have names of the workload's.</summary>
    public string Renamed(string config, JsonObject spec)
    {
        JsonNode root = JsonNode.Parse(config)!;
        foreach (string list in Lists[..2])
        {
            string[] names = [.. Items(spec, list).Select(Name)];
            foreach (JsonObject container in Items(root.AsObject(), list).Where(container => names.Length > 0 && Name(container) != "*" && draws.Chance(50)))
            {
                container["name"] = draws.Pick(names);
            }
        }

        return root.ToJsonString();
    }

    private void MergeList(JsonObject spec, string list, JsonArray items)
    {
        JsonArray target = spec[list] as JsonArray ?? [];
        spec[list] = target.Parent == null ? target : spec[list];
        foreach (JsonObject item in items.OfType<JsonObject>().Where(item => Name(item) != "*" && draws.Chance(80)))
        {
            JsonObject? standing = target.OfType<JsonObject>().FirstOrDefault(other => Name(other) == Name(item));
            if (standing == null)
            {
                target.Add(list == "volumes" ? Volume(item) : Part(item));
            }
            else if (list.EndsWith("ontainers", StringComparison.Ordinal))
            {
                foreach ((string name, JsonNode? member) in Part(item).Where(member => !standing.ContainsKey(member.Key)).ToArray())
                {
                    standing[name] = member?.DeepClone();
                }
            }
        }
    }

    /// <summary>The item with some of its parts gone, and some flags the other way.</summary>
    private JsonObject Part(JsonObject item)
    {
        JsonObject part = item.DeepClone().AsObject();
        Thin(part);
        return part;
    }

    private void Thin(JsonObject part)
    {
        foreach ((string name, JsonNode? value) in part.Where(member => !Needed.Contains(member.Key)).ToArray())
        {
            if (draws.Chance(15))
            {
                part.Remove(name);
            }
            else if (value is JsonValue scalar && scalar.TryGetValue(out bool flag) && draws.Chance(30))
            {
                part[name] = !flag;
            }
            else if (value is JsonObject inner)
            {
                Thin(inner);
            }
            else if (value is JsonArray items)
            {
                foreach (JsonNode? gone in items.Where(_ => draws.Chance(20)).ToArray())
                {
                    items.Remove(gone);
                }

                foreach (JsonObject one in items.OfType<JsonObject>())
                {
                    Thin(one);
                }
            }
        }
    }

    /// <summary>The volume, now and then of another source.</summary>
    private JsonObject Volume(JsonObject volume)
    {
        JsonObject drawn = draws.Chance(30) ? draws.Pick<JsonObject>(Volumes).DeepClone().AsObject() : volume.DeepClone().AsObject();
        drawn["name"] = Name(volume);
        return drawn;
    }

    private static IEnumerable<JsonObject> Items(JsonObject parent, string list) => parent[list] is JsonArray items ? items.OfType<JsonObject>() : [];

    private static string Name(JsonObject item) => item["name"] is JsonValue name && name.TryGetValue(out string? text) ? text : "";
}
