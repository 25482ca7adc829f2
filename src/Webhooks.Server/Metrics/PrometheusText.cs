using System.Buffers;
using System.Globalization;

namespace Webhooks.Server.Metrics;

/// <summary>
/// Writes metrics as scrapers read them. Sources: Prometheus, "Exposition formats", text format 0.0.4; OpenMetrics 1.0.0.
/// </summary>
/// <remarks>
/// In OpenMetrics a counter's family is named without <c>_total</c>, units have a line, bounds are floating point numbers,
/// and the end is said. All else is the same.
/// </remarks>
internal static class PrometheusText
{
    /// <summary>Writes all families of a registry.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<MetricFamily> families, ExpositionFormat format)
    {
        bool isOpenMetrics = format == ExpositionFormat.OpenMetrics;
        ExpositionLines lines = new(output, isOpenMetrics);
        foreach (MetricFamily family in families)
        {
            lines.Describe(family);
            WriteSeries(lines, family, isOpenMetrics);
        }

        lines.End();
    }

    private static void WriteSeries(ExpositionLines lines, MetricFamily family, bool isOpenMetrics)
    {
        if (family is HistogramFamily histograms)
        {
            foreach (HistogramReading reading in histograms.Read())
            {
                WriteHistogram(lines, histograms, reading, isOpenMetrics);
            }
        }
        else
        {
            foreach (Sample sample in ((SampledFamily)family).Read())
            {
                lines.Series(family.Name, family.Labels, sample.Labels, sample.Value);
            }
        }
    }

    private static void WriteHistogram(ExpositionLines lines, HistogramFamily family, HistogramReading reading, bool isOpenMetrics)
    {
        string[] labels = [.. family.Labels, "le"];
        for (int index = 0; index < reading.UpTo.Count; index++)
        {
            string bound = index < family.Bounds.Count ? Bound(family.Bounds[index], isOpenMetrics) : "+Inf";
            lines.Series(family.Name + "_bucket", labels, [.. reading.Labels, bound], reading.UpTo[index]);
        }

        lines.Series(family.Name + "_sum", family.Labels, reading.Labels, reading.Sum);
        lines.Series(family.Name + "_count", family.Labels, reading.Labels, reading.Count);
    }

    private static string Bound(double bound, bool isOpenMetrics) =>
        bound.ToString(isOpenMetrics ? "0.0##############" : "0.###############", CultureInfo.InvariantCulture);
}
