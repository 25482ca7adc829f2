using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Tests.Golden;

/// <summary>What a patch adds, whether or not it had to make the lists and objects that hold it.</summary>
internal static class Additions
{
    private const string StatusEnd = "/initializer.kubernetes.io~1status";

    /// <summary>One line per value: its place and its text; the items of a list in their order. Without the status.</summary>
    public static IEnumerable<string> Of(InjectionDecision decision) =>
        All(decision).Where(one => !one.Path.EndsWith(StatusEnd, StringComparison.Ordinal))
            .OrderBy(one => one.Path, StringComparer.Ordinal)
            .Select(one => $"{one.Path}: {one.Value}");

    /// <summary>One line per template: its hash and what its status lists.</summary>
    public static IEnumerable<string> Status(InjectionDecision decision)
    {
        foreach ((string path, JsonValue value) in All(decision))
        {
            if (path.EndsWith(StatusEnd, StringComparison.Ordinal))
            {
                foreach ((string template, JsonValue entry) in JsonTree.Parse(value.GetString()).Root.Members())
                {
                    yield return $"{template} {entry["hash"]}: {entry["added"]}";
                }
            }
        }
    }

    private static IEnumerable<(string Path, JsonValue Value)> All(InjectionDecision decision) =>
        decision is InjectionDecision.Changed changed
            ? changed.Patch.Operations.SelectMany(one => Values(one.Path, one.Value))
            : [];

    private static IEnumerable<(string Path, JsonValue Value)> Values(JsonPointer path, JsonValue value) => value.Kind switch
    {
        JsonKind.Array => value.Items().SelectMany(item => Values(path.Append("-"), item)),
        JsonKind.Object when path.Token != "-" => value.Members().SelectMany(member => Values(path.Append(member.Key), member.Value)),
        _ => [(path.ToString(), value)],
    };
}
