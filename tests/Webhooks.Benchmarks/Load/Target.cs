using System.Globalization;

namespace Webhooks.Benchmarks.Load;

/// <summary>A bound that a result is held against, in words.</summary>
internal static class Target
{
    public static string Ratio(double ratio, double most) =>
        string.Create(CultureInfo.InvariantCulture, $"<= {most:F1}: {(ratio <= most ? "met" : "missed")}");
}
