using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>Where an object has what its scale subresource shows, and whether something fitting stands there. Source: <c>customResourceValidator.ValidateScaleSpec</c>.</summary>
/// <param name="Spec">The replicas wanted: <c>.spec.replicas</c>.</param>
/// <param name="Status">The replicas there are: <c>.status.replicas</c>.</param>
/// <param name="Selector">The selector of what is counted; <c>null</c> for none.</param>
internal sealed record ScalePaths(string Spec, string Status, string? Selector)
{
    /// <summary>The paths of a version's scale subresource; <c>null</c> where it has none.</summary>
    public static ScalePaths? Read(JsonValue scale) => scale.IsAbsent ? null : new(
        scale["specReplicasPath"u8].AsString() ?? "", scale["statusReplicasPath"u8].AsString() ?? "", scale["labelSelectorPath"u8].AsString());

    /// <summary>What is wrong in <c>spec</c>.</summary>
    public IEnumerable<StatusCause> CheckSpec(JsonValue value) => CheckReplicas(value, Spec);

    /// <summary>What is wrong in <c>status</c>.</summary>
    public IEnumerable<StatusCause> CheckStatus(JsonValue value)
    {
        foreach (StatusCause cause in CheckReplicas(value, Status))
        {
            yield return cause;
        }

        if (Selector == null)
        {
            yield break;
        }

        JsonValue selector = Find(value, Selector, out string? problem);
        problem ??= selector.Kind is JsonKind.Missing or JsonKind.String ? null : WrongType(Selector, selector, "string");
        if (problem != null)
        {
            yield return FieldError.Invalid(Selector, "", problem);
        }
    }

    private static IEnumerable<StatusCause> CheckReplicas(JsonValue value, string path)
    {
        JsonValue replicas = Find(value, path, out string? problem);
        long count = 0;
        if (problem == null && !replicas.IsMissing && !replicas.TryGetInt64(out count))
        {
            problem = WrongType(path, replicas, "int64");
        }

        problem ??= count < 0 ? "should be a non-negative integer"
            : count > int.MaxValue ? $"should be less than or equal to {int.MaxValue}"
            : null;
        if (problem != null)
        {
            yield return FieldError.Invalid(path, count, problem);
        }
    }

    /// <summary>What stands at a path; missing where something on the way does, or is <c>null</c>.</summary>
    private static JsonValue Find(JsonValue value, string path, out string? problem)
    {
        string[] names = Names(path);
        problem = null;
        for (int i = 0; i < names.Length && !value.IsMissing; i++)
        {
            if (value.Kind != JsonKind.Object)
            {
                problem = $".{string.Join('.', names[..(i + 1)])} accessor error: {GoPrint.Of(value)} is of the type {GoType(value)}, expected map[string]interface{{}}";
                return default;
            }

            JsonValue member = value[names[i]];
            if (member.Kind == JsonKind.Null && i < names.Length - 1)
            {
                return default;
            }

            value = member;
        }

        return value;
    }

    private static string WrongType(string path, JsonValue value, string expected) =>
        $".{string.Join('.', Names(path))} accessor error: {GoPrint.Of(value)} is of the type {GoType(value)}, expected {expected}";

    private static string[] Names(string path) => (path.StartsWith('.') ? path[1..] : path).Split('.');

    private static string GoType(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => "<nil>",
        JsonKind.True or JsonKind.False => "bool",
        JsonKind.String => "string",
        JsonKind.Array => "[]interface {}",
        JsonKind.Object => "map[string]interface {}",
        _ => DecodedNumber.Of(value).IsInteger ? "int64" : "float64",
    };
}
