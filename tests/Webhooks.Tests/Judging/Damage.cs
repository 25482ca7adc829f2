using System.Text.Json.Nodes;
using Webhooks.Tests.Injection;

namespace Webhooks.Tests.Judging;

/// <summary>Changes a template in one place, so that many are refused and some are not what anybody would have drawn.</summary>
/// <param name="draws">Where choices come from.</param>
/// <param name="donors">Templates whose parts may come in.</param>
internal sealed class Damage(Draws draws, IReadOnlyList<string> donors)
{
    private static readonly string[] Texts =
        ["", "a", "A_b", "/", "../a", "a/b", "8080", "http", "Always", "None", "Bidirectional", "TCP", "UDP", "data", "app", "agent", "/data", "true", "-1", "100m", "2Gi", "CAP_SYS_ADMIN"];

    private static readonly string[] Numbers = ["-1", "0", "1", "2", "80", "8080", "65536", "4294967296"];

    /// <summary>A template with one damage.</summary>
    public string Of(string config)
    {
        JsonNode root = JsonNode.Parse(config)!;
        (JsonNode parent, string? name, int index)[] places = [.. Places(root)];
        if (places.Length > 0)
        {
            Change(draws.Pick<(JsonNode Parent, string? Name, int Index)>(places));
        }

        return root.ToJsonString();
    }

    private void Change((JsonNode Parent, string? Name, int Index) place)
    {
        JsonNode? value = place.Name == null ? place.Parent[place.Index] : place.Parent[place.Name];
        switch (draws.Below(5))
        {
            case 0:
                Remove(place);
                break;
            case 1 or 2:
                Set(place, Other(value));
                break;
            case 3:
                Set(place, Donated(place.Name) ?? value?.DeepClone());
                break;
            default:
                Add(value, place);
                break;
        }
    }

    /// <summary>A value of the same type, more or less.</summary>
    private JsonNode? Other(JsonNode? value) => value switch
    {
        JsonArray list when list.Count > 0 && draws.Chance(70) => Doubled(list),
        JsonObject or JsonArray => draws.Pick<JsonNode?>(new JsonObject(), new JsonArray(), null),
        JsonValue scalar when scalar.TryGetValue(out bool flag) => !flag,
        JsonValue scalar when scalar.TryGetValue(out long _) => JsonNode.Parse(draws.Pick(Numbers)),
        _ => draws.Pick(Texts),
    };

    private JsonArray Doubled(JsonArray list)
    {
        JsonArray doubled = list.DeepClone().AsArray();
        doubled.Add(list[draws.Below(list.Count)]?.DeepClone());
        return doubled;
    }

    /// <summary>What stands under a name in another template; for an item, nothing.</summary>
    private JsonNode? Donated(string? name)
    {
        JsonNode donor = JsonNode.Parse(draws.Pick<string>([.. donors]))!;
        JsonNode?[] found = [.. Places(donor).Where(place => name != null && place.Name == name).Select(place => place.Parent[name!])];
        return found.Length == 0 ? null : draws.Pick<JsonNode?>(found)?.DeepClone();
    }

    /// <summary>Adds to an object a member that such objects have elsewhere.</summary>
    private void Add(JsonNode? value, (JsonNode Parent, string? Name, int Index) place)
    {
        if (value is not JsonObject target)
        {
            Set(place, Other(value));
            return;
        }

        JsonNode donor = JsonNode.Parse(draws.Pick<string>([.. donors]))!;
        JsonObject[] alike = [.. Places(donor).Select(other => other.Name == null ? other.Parent[other.Index] : other.Parent[other.Name])
            .OfType<JsonObject>().Where(other => other.Count > 0 && (target.Count == 0 || other.Any(member => target.ContainsKey(member.Key))))];
        if (alike.Length > 0)
        {
            KeyValuePair<string, JsonNode?>[] members = [.. draws.Pick<JsonObject>(alike)];
            (string name, JsonNode? member) = draws.Pick<KeyValuePair<string, JsonNode?>>(members);
            target[name] = member?.DeepClone();
        }
    }

    private static void Remove((JsonNode Parent, string? Name, int Index) place)
    {
        if (place.Name == null)
        {
            place.Parent.AsArray().RemoveAt(place.Index);
        }
        else
        {
            place.Parent.AsObject().Remove(place.Name);
        }
    }

    private static void Set((JsonNode Parent, string? Name, int Index) place, JsonNode? value)
    {
        if (place.Name == null)
        {
            place.Parent[place.Index] = value;
        }
        else
        {
            place.Parent[place.Name] = value;
        }
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value).Prepend((members, member.Key, -1))),
        JsonArray items => items.SelectMany((item, index) => Places(item).Prepend((items, null, index))),
        _ => [],
    };
}
