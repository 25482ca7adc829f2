using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Patching;

namespace Webhooks.Sandbox.Applying;

/// <summary>Whether an object is of its type, in the words of sigs.k8s.io/structured-merge-diff.</summary>
internal sealed class FieldCheck
{
    private readonly List<string> _problems = [];
    private readonly bool _allowsDuplicates;

    private FieldCheck(bool allowsDuplicates)
    {
        _allowsDuplicates = allowsDuplicates;
    }

    /// <summary>What is wrong: <c>.bogus: field not declared in schema</c>; <c>null</c> for nothing.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="allowsDuplicates">Whether items of sets and list maps may be there twice, as in what is stored.</param>
    public static string? Problem(JsonValue value, FieldType type, bool allowsDuplicates)
    {
        FieldCheck check = new(allowsDuplicates);
        check.Check(value, type, null, FieldSet.MostDepth);
        return check._problems switch
        {
            [] => null,
            [var only] => only,
            var all => "errors:\n" + string.Join('\n', all.Select(one => "  " + one)),
        };
    }

    private void Check(JsonValue value, FieldType type, FieldPath? path, int depth)
    {
        if (value.Kind == JsonKind.Null || depth == 0)
        {
            return;
        }

        switch (type.FormOf(value))
        {
            case FieldForm.Scalar:
                CheckScalar(value, type.Scalar, path);
                break;
            case FieldForm.List when value.Kind == JsonKind.Array:
                CheckItems(value, type, path, depth);
                break;
            case FieldForm.Map when value.Kind == JsonKind.Object:
                CheckMembers(value, type, path, depth);
                break;
            case FieldForm.List:
                Report(path, $"expected list, got &{{{GoValues.Print(value)}}}");
                break;
            default:
                Report(path, $"expected map, got &{{{GoValues.Print(value)}}}");
                break;
        }
    }

    private void CheckScalar(JsonValue value, FieldScalar scalar, FieldPath? path)
    {
        switch (scalar)
        {
            case FieldScalar.Numeric when value.Kind != JsonKind.Number:
                Report(path, $"expected numeric (int or float), got {GoValues.TypeOf(value)}");
                break;
            case FieldScalar.String when value.Kind != JsonKind.String:
                Report(path, $"expected string, got &value.valueUnstructured{{Value:{Syntax(value, FieldSet.MostDepth)}}}");
                break;
            case FieldScalar.Boolean when value.Kind is not (JsonKind.True or JsonKind.False):
                Report(path, $"expected boolean, got &{{{GoValues.Print(value)}}}");
                break;
            case FieldScalar.Any when value.Kind >= JsonKind.Array:
                Report(path, $"expected any scalar, got &{{{GoValues.Print(value)}}}");
                break;
        }
    }

    private void CheckItems(JsonValue list, FieldType type, FieldPath? path, int depth)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue item) in list.Items().Index())
        {
            string? element = string.Create(CultureInfo.InvariantCulture, $"i:{index}");
            if (!type.IsListAtomic)
            {
                element = FieldItems.ElementOf(item, type, out string problem);
                if (element == null)
                {
                    Report(path, $"element {index}: {problem}");
                    return;
                }

                if (!seen.Add(element) && !_allowsDuplicates)
                {
                    Report(path, $"duplicate entries for key {FieldElement.Show(element)}");
                }
            }

            Check(item, type.Item, new FieldPath(path, element), depth - 1);
        }
    }

    private void CheckMembers(JsonValue value, FieldType type, FieldPath? path, int depth)
    {
        JsonCursor members = new(value);
        while (members.MoveNext())
        {
            FieldPath place = new(path, FieldElement.Member(members.Name));
            if (type.Member(members.Name) is not { } member)
            {
                Report(place, "field not declared in schema");
                return;
            }

            Check(members.Value, member, place, depth - 1);
        }
    }

    private void Report(FieldPath? path, string problem) => _problems.Add(path == null ? problem : $"{path}: {problem}");

    /// <summary>The value as Go's <c>%#v</c> writes it.</summary>
    private static string Syntax(JsonValue value, int depth) => depth == 0 ? "..." : value.Kind switch
    {
        JsonKind.Object => "map[string]interface {}{" + string.Join(", ", value.Members().OrderBy(one => one.Key, Utf8Order.Comparer)
            .Select(one => $"{GoString.Quote(one.Key)}:{Syntax(one.Value, depth - 1)}")) + "}",
        JsonKind.Array => "[]interface {}{" + string.Join(", ", value.Items().Select(item => Syntax(item, depth - 1))) + "}",
        JsonKind.String => GoString.Quote(value.GetString()),
        JsonKind.Null => "interface {}(nil)",
        _ => GoValues.Print(value),
    };
}
