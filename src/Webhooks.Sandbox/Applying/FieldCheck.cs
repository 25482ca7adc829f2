using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Patching;

namespace Webhooks.Sandbox.Applying;

/// <summary>Whether an object is of its type, in the words of sigs.k8s.io/structured-merge-diff.</summary>
internal sealed class FieldCheck
{
    private readonly List<string> _problems = [];
    private readonly FieldTrail _trail = new();
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
        check.Check(value, type, FieldSet.MostDepth);
        return check._problems switch
        {
            [] => null,
            [var only] => only,
            var all => "errors:\n" + string.Join('\n', all.Select(one => "  " + one)),
        };
    }

    private void Check(JsonValue value, FieldType type, int depth)
    {
        if (value.Kind == JsonKind.Null || depth == 0)
        {
            return;
        }

        switch (type.FormOf(value))
        {
            case FieldForm.Scalar:
                CheckScalar(value, type.Scalar);
                break;
            case FieldForm.List when value.Kind == JsonKind.Array:
                CheckItems(value, type, depth);
                break;
            case FieldForm.Map when value.Kind == JsonKind.Object:
                CheckMembers(value, type, depth);
                break;
            case FieldForm.List:
                Report($"expected list, got &{{{GoValues.Print(value)}}}");
                break;
            default:
                Report($"expected map, got &{{{GoValues.Print(value)}}}");
                break;
        }
    }

    private void CheckScalar(JsonValue value, FieldScalar scalar)
    {
        switch (scalar)
        {
            case FieldScalar.Numeric when value.Kind != JsonKind.Number:
                Report($"expected numeric (int or float), got {GoValues.TypeOf(value)}");
                break;
            case FieldScalar.String when value.Kind != JsonKind.String:
                Report($"expected string, got &value.valueUnstructured{{Value:{Syntax(value, FieldSet.MostDepth)}}}");
                break;
            case FieldScalar.Boolean when value.Kind is not (JsonKind.True or JsonKind.False):
                Report($"expected boolean, got &{{{GoValues.Print(value)}}}");
                break;
            case FieldScalar.Any when value.Kind >= JsonKind.Array:
                Report($"expected any scalar, got &{{{GoValues.Print(value)}}}");
                break;
        }
    }

    private void CheckItems(JsonValue list, FieldType type, int depth)
    {
        HashSet<string>? seen = type.IsListAtomic || _allowsDuplicates ? null : new(StringComparer.Ordinal);
        int index = 0;
        JsonCursor items = new(list);
        while (items.MoveNext())
        {
            if (!type.IsListAtomic)
            {
                if (FieldItems.Problem(items.Value, type) is { } problem)
                {
                    Report($"element {index}: {problem}");
                    return;
                }

                if (seen != null && FieldItems.ElementOf(items.Value, type) is { } element && !seen.Add(element))
                {
                    Report($"duplicate entries for key {FieldElement.Show(element)}");
                }
            }

            _trail.Into(items.Value, type, index++);
            Check(items.Value, type.Item, depth - 1);
            _trail.Back();
        }
    }

    private void CheckMembers(JsonValue value, FieldType type, int depth)
    {
        JsonCursor members = new(value);
        while (members.MoveNext())
        {
            _trail.Into(members.NameValue);
            if (type.Member(members.NameValue).Type is not { } member)
            {
                Report("field not declared in schema");
                _trail.Back();
                return;
            }

            Check(members.Value, member, depth - 1);
            _trail.Back();
        }
    }

    private void Report(string problem)
    {
        string path = _trail.ToString();
        _problems.Add(path.Length == 0 ? problem : $"{path}: {problem}");
    }

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
