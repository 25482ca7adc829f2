using System.Globalization;

namespace Webhooks.Benchmarks.Load;

/// <summary>What a request costs each server, as a ratio to the first of them, the floor.</summary>
internal static class LoadTable
{
    public static void Write(IReadOnlyList<LoadResult> results, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"",-20}{"requests",10}{"/ s",9}{"busy",7}{"CPU µs",9}{"/ floor",9}{"p50 ms",9}{"p99 ms",9}{"p99.9 ms",10}{"bytes",8}{"RSS MiB",9}  targets");
        foreach (LoadResult result in results)
        {
            double[] latencies = result.Milliseconds(0.5, 0.99, 0.999);
            double ratio = result.RatioTo(results[0]);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Subject.Name,-20}{result.Requests,10}{result.Requests / result.Elapsed.TotalSeconds,9:F0}{result.ProcessorTime / result.Elapsed,7:P0}{result.Microseconds,9:F2}{ratio,9:F2}{latencies[0],9:F2}{latencies[1],9:F2}{latencies[2],10:F2}{(object?)(result.Allocated / result.Requests) ?? "?",8}{result.Resident / (1024d * 1024),9:F1}  {string.Join("; ", Targets(result.Subject, ratio))}"));
        }
    }

    private static IEnumerable<string> Targets(Subject subject, double ratio)
    {
        if (subject.MostProcessorTime is { } most)
        {
            yield return Target.Ratio(ratio, most);
        }

        if (subject.Stretch is { } stretch)
        {
            yield return Target.Ratio(ratio, stretch) + " (stretch)";
        }
    }
}
