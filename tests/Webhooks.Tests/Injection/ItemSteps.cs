using System.Text.Json.Nodes;

namespace Webhooks.Tests.Injection;

/// <summary>
/// Walks the paths of a status annotation, <c>containers[app].env[LOG_DIR]</c>, with System.Text.Json: a second
/// reading of them beside the one that is tested.
/// </summary>
internal static class ItemSteps
{
    /// <summary>The parts of a path: a member's name, or a key with its opening bracket.</summary>
    public static List<string> Of(string path)
    {
        List<string> steps = [];
        int start = 0;
        bool isQuoted = false;
        bool isKey = false;
        for (int i = 0; i < path.Length; i++)
        {
            switch (path[i])
            {
                case '\\' when isQuoted:
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '.' when !isKey:
                    Add(path[start..i]);
                    start = i + 1;
                    break;
                case '[' when !isKey:
                    Add(path[start..i]);
                    (start, isKey) = (i, true);
                    break;
                case ']' when isKey && !isQuoted && (i + 1 == path.Length || path[i + 1] is '.' or '['):
                    Add(path[start..i]);
                    (start, isKey) = (i + 1, false);
                    break;
            }
        }

        Add(path[start..]);
        return steps;

        void Add(string step)
        {
            if (step.Length > 0)
            {
                steps.Add(step);
            }
        }
    }

    /// <summary>The container of what a step names, walking all but the last; <c>null</c> when something is not there.</summary>
    public static JsonNode? Parent(JsonNode? root, List<string> steps)
    {
        JsonNode? here = root;
        string list = "";
        foreach (string step in steps[..^1])
        {
            here = Key(here, step, list) switch
            {
                string name => here![name],
                int index => here![index],
                _ => null,
            };
            list = step;
        }

        return here;
    }

    /// <summary>What a step means in its container: a member's name or an item's index; <c>null</c> when it is not there.</summary>
    /// <param name="container">The container.</param>
    /// <param name="step">A part of a path.</param>
    /// <param name="list">The part before it, which says what list it is.</param>
    public static object? Key(JsonNode? container, string step, string list)
    {
        string key = step.StartsWith('[') ? step[1..] : step;
        JsonNode? json = (key.StartsWith('"') && key.EndsWith('"')) || key.StartsWith('{') ? JsonNode.Parse(key) : null;
        string text = json is JsonValue ? json.GetValue<string>() : key;
        if (container is JsonObject members)
        {
            return members.ContainsKey(text) ? text : null;
        }

        int index = (container as JsonArray)?.ToList().FindIndex(item => list switch
        {
            "ports" => $"{item!["containerPort"]},{(item["protocol"]?.GetValue<string>() is { Length: > 0 } protocol ? protocol : "TCP")}" == text,
            "volumeMounts" => item!["mountPath"]!.GetValue<string>() == text,
            "envFrom" or "tolerations" or "readinessGates" => JsonNode.DeepEquals(json, Stored(item)),
            "hostAliases" => item!["ip"]!.GetValue<string>() == text,
            "topologySpreadConstraints" => $"{Key(item!["topologyKey"]!)},{item["whenUnsatisfiable"]}" == key,
            _ => item!["name"]!.GetValue<string>() == text,
        }) ?? -1;
        return index < 0 ? null : index;
    }

    /// <summary>One of several keys: quoted unless it is plain.</summary>
    private static string Key(JsonNode key) =>
        key.GetValue<string>() is var text && text.All(next => char.IsAsciiLetterOrDigit(next) || next is '_' or '-') ? text : key.ToJsonString();

    /// <summary>An item of a list without keys as the API server keeps it: without nulls and empty strings, members sorted.</summary>
    private static JsonObject Stored(JsonNode? item) =>
        [.. item!.AsObject().Where(member => member.Value != null && !(member.Value is JsonValue text && text.ToJsonString() == "\"\""))
            .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)WithoutNulls(member.Value!.DeepClone())))];

    private static JsonNode WithoutNulls(JsonNode value)
    {
        foreach (string name in (value as JsonObject)?.Where(member => member.Value == null).Select(member => member.Key).ToArray() ?? [])
        {
            value.AsObject().Remove(name);
        }

        return value;
    }
}
