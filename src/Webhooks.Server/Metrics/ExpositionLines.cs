using System.Buffers;
using System.Globalization;
using System.Text;

namespace Webhooks.Server.Metrics;

/// <summary>The lines of an exposition: what they escape, and how they write numbers.</summary>
/// <param name="output">Gets UTF-8.</param>
/// <param name="isOpenMetrics">Else the text format 0.0.4.</param>
internal sealed class ExpositionLines(IBufferWriter<byte> output, bool isOpenMetrics)
{
    // The longest double has 24 characters.
    private const int MostNumberBytes = 32;

    /// <summary>The comments above a family's series.</summary>
    public void Describe(MetricFamily family)
    {
        string name = isOpenMetrics ? MetricName.Base(family.Name) : family.Name;
        Write($"# HELP {name} ");
        WriteEscaped(family.Help, escapesQuotes: isOpenMetrics);
        string kind = family.Kind switch
        {
            MetricKind.Counter => "counter",
            MetricKind.Histogram => "histogram",
            _ => "gauge",
        };
        Write($"\n# TYPE {name} {kind}\n");
        if (isOpenMetrics && MetricName.Unit(family.Name) is { Length: > 0 } unit)
        {
            Write($"# UNIT {name} {unit}\n");
        }
    }

    /// <summary>One series and its number.</summary>
    public void Series(string name, IReadOnlyList<string> labels, IReadOnlyList<string> values, double number)
    {
        if (values.Count != labels.Count)
        {
            throw new InvalidOperationException($"{name} has {labels.Count} labels, and a series with {values.Count} values");
        }

        Write(name);
        for (int index = 0; index < labels.Count; index++)
        {
            Write(index == 0 ? "{" : ",");
            Write(labels[index]);
            Write("=\"");
            WriteEscaped(values[index], escapesQuotes: true);
            Write("\"");
        }

        Write(labels.Count > 0 ? "} " : " ");
        WriteNumber(number);
        Write("\n");
    }

    /// <summary>The last line, in formats that have one.</summary>
    public void End()
    {
        if (isOpenMetrics)
        {
            Write("# EOF\n");
        }
    }

    private void WriteNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            Write(double.IsNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf");
            return;
        }

        number.TryFormat(output.GetSpan(MostNumberBytes), out int written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private void WriteEscaped(string text, bool escapesQuotes)
    {
        ReadOnlySpan<char> rest = text;
        ReadOnlySpan<char> special = escapesQuotes ? "\\\n\"" : "\\\n";
        for (int at = rest.IndexOfAny(special); at >= 0; at = rest.IndexOfAny(special))
        {
            Write(rest[..at]);
            Write(rest[at] switch
            {
                '\n' => @"\n",
                '"' => "\\\"",
                _ => @"\\",
            });
            rest = rest[(at + 1)..];
        }

        Write(rest);
    }

    // Half of a surrogate pair becomes U+FFFD: what is written is UTF-8 in any case.
    private void Write(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, output);
}
