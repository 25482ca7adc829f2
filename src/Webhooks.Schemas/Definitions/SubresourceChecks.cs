using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether subresources and printer columns say where to look. Source: <c>ValidateCustomResourceDefinitionSubresources</c>, <c>ValidateCustomResourceColumnDefinition</c>.</summary>
internal static class SubresourceChecks
{
    private static readonly string[] ColumnTypes = ["boolean", "date", "integer", "number", "string"];
    private static readonly string[] ColumnFormats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];

    /// <summary>What is wrong with subresources; nothing where there are none.</summary>
    public static IEnumerable<StatusCause> Subresources(JsonValue subresources, FieldPlace place)
    {
        JsonValue scale = subresources["scale"u8];
        return scale.IsAbsent ? [] :
        [
            .. Below(scale, "specReplicasPath", ".spec", place),
            .. Below(scale, "statusReplicasPath", ".status", place),
            .. Selector(scale["labelSelectorPath"u8].AsString() ?? "", place.Member("scale").Member("labelSelectorPath").ToString()),
        ];
    }

    /// <summary>What is wrong with printer columns.</summary>
    public static IEnumerable<StatusCause> Columns(JsonValue columns, FieldPlace place) =>
        columns.Items().SelectMany((column, i) => Column(column, place.Item(i)));

    private static IEnumerable<StatusCause> Below(JsonValue scale, string name, string root, FieldPlace place)
    {
        string path = scale[name].AsString() ?? "";
        string at = place.Member("scale").Member(name).ToString();
        return path.Length == 0 ? [FieldError.Required(at)]
            : PathProblem(path) is { } problem ? [FieldError.Invalid(at, path, problem)]
            : path.StartsWith($"{root}.", StringComparison.Ordinal) ? []
            : [FieldError.Invalid(at, path, $"should be a json path under {root}")];
    }

    private static IEnumerable<StatusCause> Selector(string path, string at) =>
        path.Length == 0 ? []
        : PathProblem(path) is { } problem ? [FieldError.Invalid(at, path, problem)]
        : path.StartsWith(".spec.", StringComparison.Ordinal) || path.StartsWith(".status.", StringComparison.Ordinal) ? []
        : [FieldError.Invalid(at, path, "should be a json path under either .spec or .status")];

    private static IEnumerable<StatusCause> Column(JsonValue column, FieldPlace place)
    {
        if (string.IsNullOrEmpty(column["name"u8].AsString()))
        {
            yield return FieldError.Required(place.Member("name").ToString());
        }

        string type = column["type"u8].AsString() ?? "";
        string types = $"must be one of {string.Join(',', ColumnTypes)}";
        if (type.Length == 0)
        {
            yield return FieldError.Required(place.Member("type").ToString(), types);
        }
        else if (!ColumnTypes.Contains(type))
        {
            yield return FieldError.Invalid(place.Member("type").ToString(), type, types);
        }

        if (column["format"u8].AsString() is { Length: > 0 } format && !ColumnFormats.Contains(format))
        {
            yield return FieldError.Invalid(place.Member("format").ToString(), format, $"must be one of {string.Join(',', ColumnFormats)}");
        }

        string path = column["jsonPath"u8].AsString() ?? "";
        string at = place.Member("JSONPath").ToString();
        if (path.Length == 0)
        {
            yield return FieldError.Required(at);
        }
        else if (PathProblem(path) is { } problem)
        {
            yield return FieldError.Invalid(at, path, problem);
        }
    }

    private static string? PathProblem(string path) => path[0] == '.' ? null : "must be a simple json path starting with .";
}
