using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>What is wrong with the selectors of an access review. Operators that nobody knows are let through, for newer clients.</summary>
internal static class ReviewSelectorRules
{
    /// <summary>The faults of both selectors, field selector first.</summary>
    /// <param name="attributes">The resource attributes.</param>
    /// <param name="path">Where they stand.</param>
    public static IEnumerable<StatusCause> Problems(JsonValue attributes, string path) =>
    [
        .. Problems(attributes["fieldSelector"u8], $"{path}.fieldSelector", FieldRequirement),
        .. Problems(attributes["labelSelector"u8], $"{path}.labelSelector", LabelRequirement),
    ];

    private static IEnumerable<StatusCause> Problems(JsonValue selector, string path, Func<JsonValue, string, IEnumerable<StatusCause>> check)
    {
        if (selector.IsAbsent)
        {
            return [];
        }

        string raw = selector["rawSelector"u8].AsString() ?? "";
        int count = selector["requirements"u8].Count;
        List<StatusCause> problems = [];
        if (raw.Length > 0 && count > 0)
        {
            problems.Add(FieldError.Invalid($"{path}.rawSelector", raw, "may not specified at the same time as requirements"));
        }

        if (raw.Length == 0 && count == 0)
        {
            problems.Add(FieldError.Required($"{path}.requirements", $"when {path} is specified, requirements or rawSelector is required"));
        }

        return [.. problems, .. selector["requirements"u8].Items().SelectMany((requirement, i) => check(requirement, $"{path}.requirements[{i}]"))];
    }

    private static IEnumerable<StatusCause> FieldRequirement(JsonValue requirement, string path) =>
    [
        .. (requirement["key"u8].AsString() ?? "").Length == 0 ? [FieldError.Required($"{path}.key", "must be specified")] : Array.Empty<StatusCause>(),
        .. Values(requirement, path),
    ];

    private static IEnumerable<StatusCause> LabelRequirement(JsonValue requirement, string path)
    {
        string key = requirement["key"u8].AsString() ?? "";
        return
        [
            .. Values(requirement, path),
            .. QualifiedName.Problems(key).Select(problem => FieldError.Invalid($"{path}.key", key, problem)),
            .. requirement["values"u8].Items().SelectMany((item, i) =>
                LabelValue.Problems(item.AsString() ?? "").Select(problem => FieldError.Invalid($"{path}.values[{i}]", item.AsString() ?? "", problem))),
        ];
    }

    private static IEnumerable<StatusCause> Values(JsonValue requirement, string path) =>
        (requirement["operator"u8].AsString(), requirement["values"u8].Count) switch
        {
            ("In" or "NotIn", 0) => [FieldError.Required($"{path}.values", "must be specified when `operator` is 'In' or 'NotIn'")],
            ("Exists" or "DoesNotExist", > 0) => [FieldError.Forbidden($"{path}.values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")],
            _ => [],
        };
}
