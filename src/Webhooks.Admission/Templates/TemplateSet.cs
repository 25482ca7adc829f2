using System.Collections.Frozen;
using Webhooks.Admission.Injection;

namespace Webhooks.Admission.Templates;

/// <summary>The templates in force at one moment. Immutable: a decision sees one set from its start to its end.</summary>
public sealed class TemplateSet
{
    private readonly FrozenDictionary<string, InjectionTemplate> _valid;
    private readonly FrozenSet<string> _invalid;

    /// <summary>A set of templates.</summary>
    /// <param name="valid">The templates; no name twice.</param>
    /// <param name="invalid">Names of templates that exist but were never valid.</param>
    public TemplateSet(IEnumerable<InjectionTemplate> valid, IEnumerable<string> invalid)
    {
        _valid = valid.ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);
        _invalid = invalid.ToFrozenSet(StringComparer.Ordinal);
        Names = [.. _valid.Keys.Order(StringComparer.Ordinal)];
        Defaults = [.. Names.Where(name => _valid[name].Injection.IsDefault)];
    }

    /// <summary>No template at all.</summary>
    public static TemplateSet Empty { get; } = new([], []);

    /// <summary>The names of the valid templates, sorted.</summary>
    public IReadOnlyList<string> Names { get; private init; }

    /// <summary>The names of the templates that pods of opted-in namespaces get, sorted.</summary>
    public IReadOnlyList<string> Defaults { get; }

    /// <summary>The names whose templates were never valid, in no order.</summary>
    internal IReadOnlyCollection<string> InvalidNames => _invalid;

    /// <summary>This set and a few more.</summary>
    /// <param name="further">Templates of names that this set has not.</param>
    /// <returns>The set; the further ones are found in it, and not named among its own.</returns>
    internal TemplateSet With(IEnumerable<InjectionTemplate> further) => new(_valid.Values.Concat(further), _invalid) { Names = Names };

    /// <summary>The template of that name; <c>null</c> when there is none, or it was never valid.</summary>
    public InjectionTemplate? Find(string name) => _valid.GetValueOrDefault(name);

    /// <summary>What is asked for in the order in which templates are applied: by their order, then by name. What has no template has order 0.</summary>
    internal IReadOnlyList<OptIn> InOrder(IReadOnlyList<OptIn> asked)
    {
        if (asked.Count < 2)
        {
            return asked;
        }

        List<OptIn> sorted = [.. asked];
        sorted.Sort(Compare);
        return sorted;
    }

    /// <summary>True for a name whose template exists but was never valid.</summary>
    public bool IsInvalid(string name) => _invalid.Contains(name);

    private int Compare(OptIn left, OptIn right)
    {
        int order = OrderOf(left).CompareTo(OrderOf(right));
        return order != 0 ? order : string.CompareOrdinal(left.Template, right.Template);
    }

    private int OrderOf(OptIn one) => Find(one.Template)?.Injection.Order ?? 0;
}
