using System.Globalization;

namespace Webhooks.Shared.Exposition;

/// <summary>
/// What must hold of an exposition beyond its grammar: what <c>promtool check metrics</c> complains of, what makes a scrape
/// fail, and what histograms promise.
/// </summary>
internal static class ExpositionRules
{
    private static readonly string[] Suffixes = ["_bucket", "_sum", "_count", "_created"];

    /// <summary>What is wrong, one line each.</summary>
    public static IEnumerable<string> Check(IReadOnlyList<ExposedFamily> families, bool isOpenMetrics) =>
    [
        .. families.GroupBy(family => family.Name).Where(same => same.Count() > 1).Select(same => $"{same.Key} stands twice"),
        .. families.SelectMany(family => family.Samples).GroupBy(sample => sample.Series).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} stands twice"),
        .. families.SelectMany(family => Check(family, isOpenMetrics)),
    ];

    private static IEnumerable<string> Check(ExposedFamily family, bool isOpenMetrics)
    {
        if (string.IsNullOrWhiteSpace(family.Help))
        {
            yield return $"{family.Name} has no help";
        }

        if (family.Type is not ("counter" or "gauge" or "histogram"))
        {
            yield return $"{family.Name} has type '{family.Type}'";
        }

        if (family.Name.EndsWith("_total", StringComparison.Ordinal) != (family.Type == "counter" && !isOpenMetrics))
        {
            yield return $"{family.Name} of type {family.Type}: _total ends the samples of counters, and nothing else";
        }

        if (Suffixes.Any(suffix => family.Name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            yield return $"{family.Name} ends as the samples of a histogram do";
        }

        if (family.Unit is { } unit && !family.Name.EndsWith($"_{unit}", StringComparison.Ordinal))
        {
            yield return $"{family.Name} does not end with its unit {unit}";
        }

        if (family.Type == "counter" && family.Samples.Any(sample => !(sample.Value >= 0)))
        {
            yield return $"{family.Name} counts below nothing";
        }

        if (family.Type == "histogram")
        {
            foreach (string problem in family.Samples.GroupBy(sample => sample.Group).SelectMany(series => CheckHistogram(family.Name, [.. series])))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> CheckHistogram(string name, ExposedSample[] series)
    {
        ExposedSample[] buckets = [.. series.Where(sample => sample.Name == $"{name}_bucket")];
        ExposedSample? count = series.SingleOrDefault(sample => sample.Name == $"{name}_count");
        ExposedSample? sum = series.SingleOrDefault(sample => sample.Name == $"{name}_sum");
        if (buckets.Length == 0 || count == null || sum == null)
        {
            yield return $"{name} lacks its buckets, its sum or its count";
            yield break;
        }

        if (buckets[^1].Label("le") != "+Inf" || buckets[^1].Value != count.Value)
        {
            yield return $"{name}: its last bucket is not +Inf with all that it counts";
        }

        for (int index = 1; index < buckets.Length; index++)
        {
            if (!(Bound(buckets[index]) > Bound(buckets[index - 1])) || buckets[index].Value < buckets[index - 1].Value)
            {
                yield return $"{name}: its bucket {buckets[index].Label("le")} is not above the one before";
            }
        }
    }

    private static double Bound(ExposedSample bucket) => bucket.Label("le") is { } bound && bound != "+Inf"
        ? double.Parse(bound, CultureInfo.InvariantCulture)
        : double.PositiveInfinity;
}
