using System.Buffers;
using System.Text;
using Webhooks.Server.Metrics;
using Webhooks.Shared.Exposition;
using Webhooks.Tests.Architecture;

namespace Webhooks.Tests.Metrics;

/// <summary>What scrapers get of a registry.</summary>
internal static class Exposed
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Text(MetricRegistry registry, ExpositionFormat format)
    {
        ArrayBufferWriter<byte> output = new();
        PrometheusText.Write(output, registry.Families, format);
        return Strict.GetString(output.WrittenSpan);
    }

    /// <summary>The families, after all that must hold of them was checked.</summary>
    public static IReadOnlyList<ExposedFamily> Read(MetricRegistry registry, ExpositionFormat format)
    {
        bool isOpenMetrics = format == ExpositionFormat.OpenMetrics;
        IReadOnlyList<ExposedFamily> families = ExpositionReader.Read(Text(registry, format), isOpenMetrics);
        Violations.None(ExpositionRules.Check(families, isOpenMetrics));
        return families;
    }

    /// <summary>The number of a series that is named as in the text format.</summary>
    public static double Number(MetricRegistry registry, string name, params IEnumerable<string> labels) =>
        Read(registry, ExpositionFormat.Text).SelectMany(family => family.Samples)
            .Single(sample => sample.Name == name && sample.Labels.Select(label => label.Value).SequenceEqual(labels)).Value;
}
