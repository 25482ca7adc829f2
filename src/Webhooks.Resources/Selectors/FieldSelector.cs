using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Webhooks.Resources.Selectors;

/// <summary>Conditions on fields, all of which must hold: <c>metadata.name=minikube,spec.nodeName!=x</c>.</summary>
/// <remarks>Immutable and thread safe; equal when their conditions are, in order. Source: k8s.io/apimachinery/pkg/fields, 0.36.2.</remarks>
public sealed class FieldSelector : IEquatable<FieldSelector>
{
    private FieldSelector(ImmutableArray<FieldTerm> terms)
    {
        Terms = terms;
    }

    /// <summary>The selector without conditions; an empty text is one.</summary>
    public static FieldSelector Everything { get; } = new([]);

    /// <summary>The conditions, in the order of their texts when they were parsed.</summary>
    public ImmutableArray<FieldTerm> Terms { get; }

    /// <summary>Whether there are no conditions.</summary>
    public bool IsEmpty => Terms.IsEmpty;

    /// <summary>The selector of those conditions.</summary>
    public static FieldSelector Of(params IEnumerable<FieldTerm> terms) => new([.. terms]);

    /// <summary>The selector that <paramref name="text"/> says.</summary>
    /// <exception cref="FormatException">It says none; the message is that of <c>fields.ParseSelector</c>.</exception>
    public static FieldSelector Parse(string text) =>
        TryParse(text, out FieldSelector? selector, out string? error) ? selector : throw new FormatException(error);

    /// <summary>True, with the selector, when <paramref name="text"/> says one; else the reason, worded as <c>fields.ParseSelector</c>.</summary>
    /// <remarks>Empty parts between commas are passed over. Fields are not checked. Cost: linear in the text.</remarks>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldSelector? selector, [NotNullWhen(false)] out string? error)
    {
        List<FieldTerm>? terms = FieldSelectorParser.Parse(text, out error);
        selector = terms is null ? null : new FieldSelector([.. terms]);
        return terms is not null;
    }

    /// <summary>Whether an object fits, whose fields <paramref name="field"/> tells by their paths; null for none.</summary>
    public bool Matches(Func<string, string?> field)
    {
        foreach (FieldTerm term in Terms)
        {
            if (!term.Matches(field(term.Field)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True, with the value, when only objects with that one value of the field can match.</summary>
    public bool TryGetExactValue(string field, [NotNullWhen(true)] out string? value)
    {
        foreach (FieldTerm term in Terms)
        {
            if (term.IsEqual && term.Field == field)
            {
                value = term.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(FieldSelector? other) => other is not null && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldSelector);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text that parses to these conditions.</summary>
    public override string ToString() => string.Join(',', Terms);
}
