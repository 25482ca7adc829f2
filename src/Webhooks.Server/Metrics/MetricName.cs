namespace Webhooks.Server.Metrics;

/// <summary>What a family and its labels may be called, as <c>promtool check metrics</c> judges it.</summary>
internal static class MetricName
{
    /// <summary>What ends a counter's name, and only a counter's.</summary>
    public const string TotalSuffix = "_total";

    /// <exception cref="ArgumentException">A name that a scrape would not accept, or that says another kind.</exception>
    public static void Check(string name, MetricKind kind, IReadOnlyList<string> labels)
    {
        if (!IsWord(name))
        {
            throw new ArgumentException($"{name}: a metric's name is a-z, 0-9 and _, and starts with a letter");
        }

        if (name.EndsWith(TotalSuffix, StringComparison.Ordinal) != (kind == MetricKind.Counter))
        {
            throw new ArgumentException($"{name}: {TotalSuffix} ends the names of counters, and of nothing else");
        }

        for (int index = 0; index < labels.Count; index++)
        {
            if (!IsLabel(labels[index]) || labels.Take(index).Contains(labels[index]))
            {
                throw new ArgumentException($"{name}: '{labels[index]}' can't name a label");
            }
        }
    }

    /// <summary>The name that a family of that kind has to bear where somebody calls it so; <c>null</c> where that can be no name.</summary>
    public static string? Of(string name, MetricKind kind)
    {
        string plain = Base(name);
        return IsWord(plain) ? kind == MetricKind.Counter ? plain + TotalSuffix : plain : null;
    }

    /// <summary>Whether that can name a label of a family, the bounds of histograms aside.</summary>
    public static bool IsLabel(string name) => IsWord(name) && name is not ("le" or "quantile");

    /// <summary>The name without what its kind appends, by which OpenMetrics and OpenTelemetry call a family.</summary>
    public static string Base(string name) => name.EndsWith(TotalSuffix, StringComparison.Ordinal) ? name[..^TotalSuffix.Length] : name;

    /// <summary>The unit with which the base of a name ends; empty: it counts things.</summary>
    public static string Unit(string name)
    {
        string plain = Base(name);
        return plain.EndsWith("_seconds", StringComparison.Ordinal) ? "seconds"
            : plain.EndsWith("_bytes", StringComparison.Ordinal) ? "bytes"
            : "";
    }

    private static bool IsWord(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(next => char.IsAsciiLetterLower(next) || char.IsAsciiDigit(next) || next == '_');
}
