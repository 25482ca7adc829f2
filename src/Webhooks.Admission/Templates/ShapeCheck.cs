using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Templates;

/// <summary>
/// Checks that a template's fields exist and have the JSON type that the API server decodes: a number where a
/// string belongs fails every pod, whatever the failure policy.
/// </summary>
internal sealed class ShapeCheck(TemplateText text, List<TemplateProblem> problems)
{
    /// <summary>Checks a value and everything in it. Recurses no deeper than the table of shapes.</summary>
    public void Check(JsonValue value, Shape shape, string path)
    {
        if (value.Kind == JsonKind.Null || shape.Kind == ShapeKind.Any)
        {
            return;
        }

        if (Expected(value, shape) is { } expected)
        {
            problems.Add(text.At(value, $"{path}: must be {expected}{QuoteHint(value, shape)}"));
            return;
        }

        switch (shape.Kind)
        {
            case ShapeKind.Object:
                CheckMembers(value, shape, path);
                break;
            case ShapeKind.Map:
                JsonCursor entries = new(value);
                while (entries.MoveNext())
                {
                    Check(entries.Value, shape.Item!, $"{path}[{entries.Name}]");
                }

                break;
            case ShapeKind.List:
                CheckItems(value, shape, path);
                break;
        }
    }

    private void CheckMembers(JsonValue value, Shape shape, string path)
    {
        JsonCursor members = new(value);
        while (members.MoveNext())
        {
            string name = members.Name;
            if (shape.Fields.TryGetValue(name, out Shape? field))
            {
                Check(members.Value, field, $"{path}.{name}");
            }
            else
            {
                problems.Add(text.At(members.NameValue, $"{path}.{name}: unknown field{NearestName.Hint(name, shape.Fields.Keys)}"));
            }
        }
    }

    private void CheckItems(JsonValue value, Shape shape, string path)
    {
        JsonCursor items = new(value);
        for (int index = 0; items.MoveNext(); index++)
        {
            if (items.Value.Kind == JsonKind.Null)
            {
                problems.Add(text.At(items.Value, $"{path}[{index}]: must not be null; remove the empty item"));
            }
            else
            {
                Check(items.Value, shape.Item!, $"{path}[{index}]");
            }
        }
    }

    private static string? Expected(JsonValue value, Shape shape) => shape.Kind switch
    {
        ShapeKind.Text => value.Kind == JsonKind.String ? null : "a string",
        ShapeKind.Flag => value.Kind is JsonKind.True or JsonKind.False ? null : "true or false",
        ShapeKind.Number => value.TryGetInt64(out _) ? null : "an integer",
        ShapeKind.NumberOrText => value.Kind == JsonKind.String || value.TryGetInt64(out _) ? null : "a port number or name",
        ShapeKind.Quantity => IsQuantity(value) ? null : "a quantity such as 100m or 128Mi",
        ShapeKind.Object or ShapeKind.Map => value.Kind == JsonKind.Object ? null : "an object",
        _ => value.Kind == JsonKind.Array ? null : "a list",
    };

    private static bool IsQuantity(JsonValue value) =>
        value.Kind is JsonKind.String or JsonKind.Number && Quantity.TryParse(value.AsString() ?? value.ToString(), out _);

    private static string QuoteHint(JsonValue value, Shape shape) =>
        shape.Kind == ShapeKind.Text && value.Kind is JsonKind.Number or JsonKind.True or JsonKind.False
            ? $"; put quotes around {GoString.Quote(value.ToString())[1..^1]}"
            : "";
}
