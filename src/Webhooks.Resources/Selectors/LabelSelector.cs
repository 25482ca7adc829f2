using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Selectors;

/// <summary>Conditions on labels, all of which must hold.</summary>
/// <remarks>Immutable and thread safe; equal when they print the same. Source: k8s.io/apimachinery/pkg/labels, 0.36.2.</remarks>
public sealed partial class LabelSelector : IEquatable<LabelSelector>
{
    private readonly bool _matchesNothing;

    private LabelSelector(ImmutableArray<LabelRequirement> requirements, bool matchesNothing)
    {
        Requirements = requirements;
        _matchesNothing = matchesNothing;
    }

    /// <summary>The selector without conditions; an empty text is one, and <c>{}</c> in a manifest.</summary>
    public static LabelSelector Everything { get; } = new([], false);

    /// <summary>The selector that matches no labels at all; an absent one in a manifest is read so.</summary>
    public static LabelSelector Nothing { get; } = new([], true);

    /// <summary>The conditions in order of their keys.</summary>
    public ImmutableArray<LabelRequirement> Requirements { get; }

    /// <summary>Whether there are no conditions, so that everything matches.</summary>
    public bool IsEmpty => !_matchesNothing && Requirements.IsEmpty;

    /// <summary>The selector of those conditions.</summary>
    public static LabelSelector Of(params IEnumerable<LabelRequirement> requirements) =>
        new([.. requirements.OrderBy(requirement => requirement.Key, StringComparer.Ordinal)], false);

    /// <summary>The selector of all that has these labels; keys and values are not checked, as in <c>SelectorFromSet</c>.</summary>
    public static LabelSelector FromLabels(IEnumerable<KeyValuePair<string, string>> labels) =>
        Of(labels.Select(label => new LabelRequirement(label.Key, LabelOperator.Equals, [label.Value])));

    /// <summary>The selector that <paramref name="text"/> says: <c>a=b,c!=d,e in (f,g),!h,i</c>.</summary>
    /// <exception cref="FormatException">It says none; the message is that of <c>labels.Parse</c>.</exception>
    public static LabelSelector Parse(string text) =>
        TryParse(text, out LabelSelector? selector, out string? error) ? selector : throw new FormatException(error);

    /// <summary>True, with the selector, when <paramref name="text"/> says one; else the reason, worded as <c>labels.Parse</c>.</summary>
    /// <remarks>Values are put in order and repeated ones dropped; keys and values are checked. Cost: linear in the text.</remarks>
    public static bool TryParse(string text, [NotNullWhen(true)] out LabelSelector? selector, [NotNullWhen(false)] out string? error)
    {
        List<LabelRequirement>? requirements = new LabelSelectorParser(text).Parse(out error);
        selector = requirements is null ? null : Of(requirements);
        return requirements is not null;
    }

    /// <summary>Whether these labels fit; null is no labels. Allocates nothing.</summary>
    public bool Matches(IReadOnlyDictionary<string, string>? labels)
    {
        foreach (LabelRequirement requirement in Requirements)
        {
            string? value = null;
            labels?.TryGetValue(requirement.Key, out value);
            if (!requirement.Matches(value))
            {
                return false;
            }
        }

        return !_matchesNothing;
    }

    /// <summary>Whether the labels of an object fit: its <c>metadata.labels</c>, which may be missing.</summary>
    public bool Matches(JsonValue labels)
    {
        foreach (LabelRequirement requirement in Requirements)
        {
            if (!requirement.Matches(labels[requirement.Key].AsString()))
            {
                return false;
            }
        }

        return !_matchesNothing;
    }

    /// <summary>True, with the value, when only objects with that one value of the label can match.</summary>
    public bool TryGetExactValue(string key, [NotNullWhen(true)] out string? value)
    {
        LabelRequirement? first = Requirements.FirstOrDefault(requirement => requirement.Key == key);
        value = first is { Operator: LabelOperator.Equals or LabelOperator.DoubleEquals or LabelOperator.In, Values: [var only] } ? only : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public bool Equals(LabelSelector? other) =>
        other is not null && _matchesNothing == other._matchesNothing && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSelector);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text that parses to an equal selector, keys and values in order; empty for <see cref="Everything"/> and <see cref="Nothing"/>.</summary>
    public override string ToString() => string.Join(',', Requirements);
}
