using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Templates;

/// <summary>
/// Checks that a template's fields exist and have the JSON type that the API server decodes: a number where a
/// string belongs fails every pod, whatever the failure policy.
/// </summary>
internal sealed class ShapeCheck(Findings findings)
{
    /// <summary>Checks a value and everything in it. Recurses no deeper than the table of shapes.</summary>
    public void Check(Field field, Shape shape)
    {
        if (!field.IsSet || shape.Kind == ShapeKind.Any || findings.IsFull)
        {
            return;
        }

        if (Expected(field.Value, shape) is { } expected)
        {
            findings.Malformed(field, $"must be {expected}{QuoteHint.For(field.Value, shape.Kind)}");
            return;
        }

        switch (shape.Kind)
        {
            case ShapeKind.Number or ShapeKind.NumberOrText when !shape.IsLong && field.Number is < int.MinValue or > int.MaxValue:
                findings.Malformed(field, "must be an integer of 32 bits");
                break;
            case ShapeKind.Object:
                CheckMembers(field, shape);
                break;
            case ShapeKind.Map:
                foreach ((_, _, Field value) in field.Entries())
                {
                    Check(value, shape.Item!);
                }

                break;
            case ShapeKind.List:
                CheckItems(field, shape);
                break;
        }
    }

    private void CheckMembers(Field field, Shape shape)
    {
        foreach ((string name, Field key, Field value) in field.Members())
        {
            if (!shape.Fields.TryGetValue(name, out Shape? member))
            {
                findings.Malformed(key, $"unknown field{NearestName.Hint(name, shape.Fields.Keys)}");
            }
            else
            {
                Check(value, member);
            }
        }
    }

    private void CheckItems(Field field, Shape shape)
    {
        foreach (Field item in field.Items())
        {
            if (item.IsSet)
            {
                Check(item, shape.Item!);
            }
            else
            {
                findings.Malformed(item, "must not be null; remove the empty item");
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
        value.Kind is JsonKind.String or JsonKind.Number && Quantity.TryParse((value.AsString() ?? value.ToString()).AsSpan().Trim(), out _);
}
