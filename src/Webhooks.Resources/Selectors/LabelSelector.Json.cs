using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Resources.Selectors;

/// <summary>Selectors in manifests: <c>matchLabels</c> and <c>matchExpressions</c>.</summary>
public sealed partial class LabelSelector
{
    /// <summary>The selector that stands at <paramref name="field"/>, null when something is wrong with it.</summary>
    /// <param name="value">The object with matchLabels and matchExpressions; absent, it is <see cref="Nothing"/>. Other members are not looked at.</param>
    /// <param name="field">Its path, for the problems: <c>spec.selector</c>.</param>
    /// <param name="problems">All that is wrong, worded as <c>validation.ValidateLabelSelector</c>, types included.</param>
    public static LabelSelector? Read(JsonValue value, string field, out ImmutableArray<StatusCause> problems)
    {
        problems = [];
        if (value.IsAbsent)
        {
            return Nothing;
        }

        List<StatusCause> found = [];
        List<LabelRequirement> requirements = [];
        if (IsOfKind(value, JsonKind.Object, "object", field, found))
        {
            ReadLabels(value["matchLabels"u8], field + ".matchLabels", requirements, found);
            ReadExpressions(value["matchExpressions"u8], field + ".matchExpressions", requirements, found);
        }

        problems = [.. found];
        return problems.IsEmpty ? Of(requirements) : null;
    }

    private static void ReadLabels(JsonValue labels, string field, List<LabelRequirement> requirements, List<StatusCause> problems)
    {
        if (!IsOfKind(labels, JsonKind.Object, "object", field, problems))
        {
            return;
        }

        foreach ((string key, JsonValue label) in labels.Members())
        {
            Check(QualifiedName.Problems(key), field, key, problems);
            if (ReadText(label, $"{field}.{key}", problems) is { } text)
            {
                Check(LabelValue.Problems(text), field, text, problems);
                requirements.Add(new LabelRequirement(key, LabelOperator.Equals, [text]));
            }
        }
    }

    private static void ReadExpressions(JsonValue expressions, string field, List<LabelRequirement> requirements, List<StatusCause> problems)
    {
        if (!IsOfKind(expressions, JsonKind.Array, "array", field, problems))
        {
            return;
        }

        int index = 0;
        foreach (JsonValue expression in expressions.Items())
        {
            string item = $"{field}[{index++}]";
            if (IsOfKind(expression, JsonKind.Object, "object", item, problems))
            {
                ReadExpression(expression, item, requirements, problems);
            }
        }
    }

    private static void ReadExpression(JsonValue expression, string field, List<LabelRequirement> requirements, List<StatusCause> problems)
    {
        string name = ReadText(expression["operator"u8], field + ".operator", problems) ?? "";
        string key = ReadText(expression["key"u8], field + ".key", problems) ?? "";
        ImmutableArray<string> values = ReadValues(expression["values"u8], field + ".values", problems);
        LabelOperator? comparison = name switch
        {
            "In" => LabelOperator.In,
            "NotIn" => LabelOperator.NotIn,
            "Exists" => LabelOperator.Exists,
            "DoesNotExist" => LabelOperator.DoesNotExist,
            _ => null,
        };
        switch (comparison)
        {
            case null:
                problems.Add(FieldError.Invalid(field + ".operator", name, "not a valid selector operator"));
                break;
            case LabelOperator.In or LabelOperator.NotIn when values.IsEmpty:
                problems.Add(FieldError.Required(field + ".values", "must be specified when `operator` is 'In' or 'NotIn'"));
                break;
            case LabelOperator.Exists or LabelOperator.DoesNotExist when !values.IsEmpty:
                problems.Add(FieldError.Forbidden(field + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
                break;
            default:
                requirements.Add(new LabelRequirement(key, comparison.Value, values));
                break;
        }

        Check(QualifiedName.Problems(key), field + ".key", key, problems);
        for (int i = 0; i < values.Length; i++)
        {
            Check(LabelValue.Problems(values[i]), $"{field}.values[{i}]", values[i], problems);
        }
    }

    private static ImmutableArray<string> ReadValues(JsonValue values, string field, List<StatusCause> problems)
    {
        return IsOfKind(values, JsonKind.Array, "array", field, problems)
            ? [.. values.Items().Select((item, index) => ReadText(item, $"{field}[{index}]", problems) ?? "")]
            : [];
    }

    /// <summary>The text; empty for an absent value, as Go decodes it; null with a problem for any other type.</summary>
    private static string? ReadText(JsonValue value, string field, List<StatusCause> problems) =>
        IsOfKind(value, JsonKind.String, "string", field, problems) ? value.GetString() : value.IsAbsent ? "" : null;

    private static bool IsOfKind(JsonValue value, JsonKind kind, string name, string field, List<StatusCause> problems)
    {
        if (value.Kind != kind && !value.IsAbsent)
        {
            problems.Add(FieldError.TypeInvalid(field, BadValue.Json(value.ToString()), $"must be of type {name}"));
        }

        return value.Kind == kind;
    }

    private static void Check(IReadOnlyList<string> found, string field, string value, List<StatusCause> problems) =>
        problems.AddRange(found.Select(problem => FieldError.Invalid(field, value, problem)));
}
