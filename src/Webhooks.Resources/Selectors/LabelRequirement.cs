using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Resources.Selectors;

/// <summary>One condition of a <see cref="LabelSelector"/>: a label's key, an operator and the values it takes.</summary>
/// <remarks>Immutable; equal when all parts are, the values in order.</remarks>
public sealed class LabelRequirement : IEquatable<LabelRequirement>
{
    internal LabelRequirement(string key, LabelOperator comparison, ImmutableArray<string> values)
    {
        Key = key;
        Operator = comparison;
        Values = values;
    }

    /// <summary>The label's key.</summary>
    public string Key { get; }

    /// <summary>How its value is compared.</summary>
    public LabelOperator Operator { get; }

    /// <summary>With what: one or more values for In and NotIn, none for Exists and DoesNotExist, else one.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>True, with the condition, when key, operator and values are valid; else the reason, worded as <c>labels.NewRequirement</c>.</summary>
    public static bool TryCreate(
        string key,
        LabelOperator comparison,
        ImmutableArray<string> values,
        [NotNullWhen(true)] out LabelRequirement? requirement,
        [NotNullWhen(false)] out string? error)
    {
        List<StatusCause> problems = [];
        if (QualifiedName.Problems(key) is not [] and var keyProblems)
        {
            problems.Add(FieldError.Invalid("key", key, string.Join("; ", keyProblems)));
        }

        if (CountProblem(comparison, values.Length) is { } countProblem)
        {
            problems.Add(FieldError.Invalid("values", BadValue.Json(Shown(values)), countProblem));
        }

        for (int i = 0; i < values.Length && comparison is LabelOperator.GreaterThan or LabelOperator.LessThan; i++)
        {
            if (!TryReadInteger(values[i], out _))
            {
                problems.Add(FieldError.Invalid($"values[{i}]", values[i], "for 'Gt', 'Lt' operators, the value must be an integer"));
            }
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (LabelValue.Problems(values[i]) is not [] and var valueProblems)
            {
                problems.Add(FieldError.Invalid($"values[{i}][{key}]", values[i], string.Join("; ", valueProblems)));
            }
        }

        requirement = problems is [] ? new LabelRequirement(key, comparison, values) : null;
        error = problems is [] ? null : FieldError.Aggregate(problems);
        return problems is [];
    }

    /// <summary>Whether a label of that value fits; null is no such label. Allocates nothing.</summary>
    public bool Matches(string? value) => Operator switch
    {
        LabelOperator.Equals or LabelOperator.DoubleEquals or LabelOperator.In => value is not null && Values.Contains(value),
        LabelOperator.NotEquals or LabelOperator.NotIn => value is null || !Values.Contains(value),
        LabelOperator.Exists => value is not null,
        LabelOperator.DoesNotExist => value is null,
        LabelOperator.GreaterThan => TryReadInteger(value, out long number) && TryReadInteger(Values[0], out long least) && number > least,
        LabelOperator.LessThan => TryReadInteger(value, out long number) && TryReadInteger(Values[0], out long most) && number < most,
        _ => false,
    };

    /// <inheritdoc/>
    public bool Equals(LabelRequirement? other) =>
        other is not null && Key == other.Key && Operator == other.Operator && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelRequirement);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Operator, Values.Length);

    /// <summary>The condition as <c>kubectl -l</c> takes it, the values sorted: <c>a in (b,c)</c>, <c>!a</c>.</summary>
    public override string ToString() => Operator switch
    {
        LabelOperator.Equals => $"{Key}={List()}",
        LabelOperator.DoubleEquals => $"{Key}=={List()}",
        LabelOperator.NotEquals => $"{Key}!={List()}",
        LabelOperator.In => $"{Key} in ({List()})",
        LabelOperator.NotIn => $"{Key} notin ({List()})",
        LabelOperator.DoesNotExist => $"!{Key}",
        LabelOperator.GreaterThan => $"{Key}>{List()}",
        LabelOperator.LessThan => $"{Key}<{List()}",
        _ => Key,
    };

    private static string? CountProblem(LabelOperator comparison, int count) => comparison switch
    {
        LabelOperator.In or LabelOperator.NotIn => count > 0 ? null : "for 'in', 'notin' operators, values set can't be empty",
        LabelOperator.Exists or LabelOperator.DoesNotExist => count == 0 ? null : "values set must be empty for exists and does not exist",
        LabelOperator.GreaterThan or LabelOperator.LessThan => count == 1 ? null : "for 'Gt', 'Lt' operators, exactly one value is required",
        _ => count == 1 ? null : "exact-match compatibility requires one single value",
    };

    private static bool TryReadInteger(string? text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string Shown(ImmutableArray<string> values)
    {
        System.Buffers.ArrayBufferWriter<byte> json = new();
        JsonWriter writer = new(json);
        writer.StartArray();
        foreach (string value in values)
        {
            writer.WriteString(value);
        }

        writer.EndArray();
        return System.Text.Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private string List() => Values is [var only] ? only : string.Join(',', Values.Order(StringComparer.Ordinal));
}
