using System.Globalization;
using Webhooks.Admission.Templates;

namespace Webhooks.Server.Templates;

/// <summary>How the templates stand at one moment, for people and for metrics. Immutable.</summary>
/// <param name="Retained">The templates in force, and what is remembered of their sources.</param>
/// <param name="Failures">What could not be read at the last reading: one line each.</param>
internal sealed record TemplateReport(RetainedTemplates Retained, IReadOnlyList<string> Failures)
{
    /// <summary>How many problems a summary names.</summary>
    private const int MostNamed = 3;

    /// <summary>How many characters it says of each at most.</summary>
    private const int MostCharacters = 200;

    /// <summary>How many templates are broken, documents that can't be read included; an older version may be in force.</summary>
    public int Broken => Retained.Problems.Select(NameOf).Distinct(StringComparer.Ordinal).Count();

    /// <summary>How many templates are in force though they are missing.</summary>
    public int Missing => Retained.MissingSince.Count;

    /// <summary>One line: <c>3 in force; warning: 1 broken (logging-agent at x.yaml:3:5: …), 1 deleted and kept until 17:45:00Z</c>.</summary>
    public string Summary()
    {
        List<string> warnings = [];
        if (Failures.Count > 0)
        {
            warnings.Add($"{Failures.Count} unreadable ({Named(Failures)})");
        }

        if (Broken > 0)
        {
            IEnumerable<string> firstOfEach = Retained.Problems.DistinctBy(NameOf, StringComparer.Ordinal)
                .Select(problem => problem.Template == null ? $"{problem}" : $"{problem.Template} at {problem}");
            warnings.Add($"{Broken} broken ({Named([.. firstOfEach])})");
        }

        if (Missing > 0)
        {
            DateTimeOffset last = Retained.MissingSince.Values.Max() + RetainedTemplates.Grace;
            string until = last.UtcDateTime.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            warnings.Add($"{Missing} deleted and kept until {until}{(Missing > 1 ? " at the latest" : "")}");
        }

        string inForce = $"{Retained.Templates.Names.Count} in force";
        return warnings.Count == 0 ? inForce : $"{inForce}; warning: {string.Join(", ", warnings)}";
    }

    private static string NameOf(TemplateProblem problem) => problem.Template ?? problem.ToString();

    private static string Named(IReadOnlyList<string> all)
    {
        string named = string.Join("; ", all.Take(MostNamed).Select(one => one.Length <= MostCharacters ? one : $"{one.AsSpan(0, MostCharacters - 1)}…"));
        return all.Count <= MostNamed ? named : $"{named}; and {all.Count - MostNamed} more";
    }
}
