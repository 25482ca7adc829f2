using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Explaining;

/// <summary>What a decision makes of the items of templates, as statuses list them.</summary>
/// <param name="prefix">The path of the pod template, with a dot at its end; empty for a Pod.</param>
/// <param name="old">The pod template as it is in the cluster.</param>
/// <param name="sent">The pod template as it was sent.</param>
/// <param name="result">The pod template as it is to become.</param>
internal sealed class ItemGroups(string prefix, StatusView old, StatusView sent, StatusView result)
{
    /// <summary>The groups of one template, in the order in which its items were added.</summary>
    public IReadOnlyList<ItemGroup> Of(string template)
    {
        List<(ItemChange Change, string Path, List<string> Names)> groups = [];
        foreach (string path in result.Listed(template))
        {
            Enter(groups, path, sent.Find(path), result.Find(path));
        }

        foreach (string path in sent.Listed(template).Union(old.Listed(template)).Where(path => !result.Lists(path)))
        {
            JsonValue after = result.Find(path);
            JsonValue before = sent.Find(path) is { IsMissing: false } stands ? stands : old.Find(path);
            if (!before.IsMissing && (after.IsMissing || !JsonEquality.AreEqual(before, after)))
            {
                Enter(groups, path, before, after);
            }
        }

        return [.. groups.Select(group => new ItemGroup(group.Change, group.Path, group.Names))];
    }

    private void Enter(List<(ItemChange Change, string Path, List<string> Names)> groups, string path, JsonValue before, JsonValue after)
    {
        ItemChange change = before.IsMissing ? ItemChange.Added
            : after.IsMissing ? ItemChange.Removed
            : JsonEquality.AreEqual(before, after) ? ItemChange.Kept
            : ItemChange.Changed;
        (string place, string? name) = Split(path);
        place = prefix + (IsMetadata(path) ? place : $"spec.{place}");
        name ??= ValueText(change, before, after);
        int known = groups.FindIndex(group => group.Change == change && group.Path == place);
        if (known < 0)
        {
            groups.Add((change, place, name == null ? [] : [name]));
        }
        else if (name != null)
        {
            groups[known].Names.Add(name);
        }
    }

    private static bool IsMetadata(string path)
    {
        ItemSteps steps = new(path);
        return steps.MoveNext() && steps.Text is "metadata";
    }

    /// <summary>What holds an item, and its key; a field has none.</summary>
    private static (string Place, string? Name) Split(string path)
    {
        ItemSteps steps = new(path);
        while (steps.MoveNext() && !steps.IsLast)
        {
        }

        if (!steps.IsKey)
        {
            return (path, null);
        }

        ItemSteps.TryReadKey(steps.Text, out string? quoted);
        return (path[..^(steps.Text.Length + 2)], quoted ?? steps.Text.ToString());
    }

    private static string? ValueText(ItemChange change, JsonValue before, JsonValue after)
    {
        JsonValue value = change == ItemChange.Removed ? before : after;
        return value.Kind is JsonKind.Object or JsonKind.Array ? null
            : change == ItemChange.Changed ? $"{after} (was {before})"
            : value.ToString();
    }
}
