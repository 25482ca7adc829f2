using Webhooks.Resources.Api;
using Webhooks.Resources.Names;

namespace Webhooks.Resources.Selectors;

/// <summary>Reads the text of a label selector as <c>labels.Parse</c> does, down to the words of its errors.</summary>
internal sealed class LabelSelectorParser(string text)
{
    private readonly List<LabelToken> _tokens = LabelToken.Split(text);

    private int _position;

    private LabelToken Current => _tokens[_position];

    /// <summary>The requirements as they stand in the text, or null and the error.</summary>
    public List<LabelRequirement>? Parse(out string? error)
    {
        List<LabelRequirement> requirements = [];
        error = null;
        if (Current.Kind == LabelTokenKind.End)
        {
            return requirements;
        }

        if (!IsStart(Current))
        {
            error = $"found '{Current.Text}', expected: !, identifier, or 'end of string'";
            return null;
        }

        while (true)
        {
            if (ParseRequirement(out string? problem) is not { } requirement)
            {
                error = $"unable to parse requirement: {problem}";
                return null;
            }

            requirements.Add(requirement);
            LabelToken next = Take();
            switch (next.Kind)
            {
                case LabelTokenKind.End:
                    return requirements;
                case LabelTokenKind.Comma when IsStart(Current):
                    continue;
                case LabelTokenKind.Comma:
                    error = $"found '{Current.Text}', expected: identifier after ','";
                    return null;
                default:
                    error = $"found '{next.Text}', expected: ',' or 'end of string'";
                    return null;
            }
        }
    }

    private static bool IsStart(LabelToken token) => token.Kind is LabelTokenKind.Word or LabelTokenKind.Not;

    private LabelRequirement? ParseRequirement(out string? error)
    {
        LabelToken key = Take();
        bool negated = key.Kind == LabelTokenKind.Not;
        key = negated ? Take() : key;
        if (key.Kind != LabelTokenKind.Word)
        {
            error = $"found '{key.Text}', expected: identifier";
            return null;
        }

        if (QualifiedName.Problems(key.Text) is not [] and var problems)
        {
            // The path has no root, and Go prints such a one as <nil>.
            error = FieldError.Invalid("<nil>", key.Text, string.Join("; ", problems)).ToString();
            return null;
        }

        if (negated || Current.Kind is LabelTokenKind.End or LabelTokenKind.Comma)
        {
            return Create(key.Text, negated ? LabelOperator.DoesNotExist : LabelOperator.Exists, [], out error);
        }

        return ParseComparison(key.Text, out error);
    }

    private LabelRequirement? ParseComparison(string key, out string? error)
    {
        LabelToken sign = Take();
        LabelOperator? comparison = sign.Text switch
        {
            "in" => LabelOperator.In,
            "notin" => LabelOperator.NotIn,
            "=" => LabelOperator.Equals,
            "==" => LabelOperator.DoubleEquals,
            "!=" => LabelOperator.NotEquals,
            ">" => LabelOperator.GreaterThan,
            "<" => LabelOperator.LessThan,
            _ => null,
        };
        if (comparison is null)
        {
            error = $"found '{sign.Text}', expected: in, notin, =, ==, !=, gt, lt";
            return null;
        }

        SortedSet<string> values = new(StringComparer.Ordinal);
        error = comparison is LabelOperator.In or LabelOperator.NotIn ? ParseSet(values) : ParseValue(values);
        return error is null ? Create(key, comparison.Value, values, out error) : null;
    }

    private string? ParseValue(SortedSet<string> values)
    {
        if (Current.Kind is LabelTokenKind.End or LabelTokenKind.Comma)
        {
            values.Add("");
            return null;
        }

        LabelToken value = Take();
        values.Add(value.Text);
        return value.Kind == LabelTokenKind.Word ? null : $"found '{value.Text}', expected: identifier";
    }

    private string? ParseSet(SortedSet<string> values)
    {
        LabelToken open = Take();
        if (open.Kind != LabelTokenKind.Open)
        {
            return $"found '{open.Text}' expected: '('";
        }

        switch (Current.Kind)
        {
            case LabelTokenKind.Close:
                values.Add("");
                break;
            case LabelTokenKind.Word or LabelTokenKind.Comma:
                if (ParseItems(values) is { } error)
                {
                    return error;
                }

                break;
            default:
                return $"found '{Current.Text}', expected: ',', ')' or identifier";
        }

        _position++;
        return null;
    }

    /// <summary>Words and commas up to the bracket; beside a comma nothing is the empty value, but only as Go sees it.</summary>
    private string? ParseItems(SortedSet<string> values)
    {
        while (true)
        {
            LabelToken item = Take();
            switch (item.Kind)
            {
                case LabelTokenKind.Word:
                    values.Add(item.Text);
                    if (Current.Kind == LabelTokenKind.Close)
                    {
                        return null;
                    }

                    if (Current.Kind != LabelTokenKind.Comma)
                    {
                        return $"found '{Current.Text}', expected: ',' or ')'";
                    }

                    break;
                case LabelTokenKind.Comma:
                    if (values.Count == 0 || Current.Kind is LabelTokenKind.Close or LabelTokenKind.Comma)
                    {
                        values.Add("");
                    }

                    if (Current.Kind == LabelTokenKind.Close)
                    {
                        return null;
                    }

                    break;
                default:
                    return $"found '{item.Text}', expected: ',', or identifier";
            }
        }
    }

    private LabelToken Take() => _tokens[Math.Min(_position++, _tokens.Count - 1)];

    private static LabelRequirement? Create(string key, LabelOperator comparison, IEnumerable<string> values, out string? error)
    {
        LabelRequirement.TryCreate(key, comparison, [.. values], out LabelRequirement? requirement, out error);
        return requirement;
    }
}
