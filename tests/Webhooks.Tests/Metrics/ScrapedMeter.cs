using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Resources.Json;
using Webhooks.Server.Metrics;

namespace Webhooks.Tests.Metrics;

/// <summary>A meter of a test alone, and what a scraper reads of it.</summary>
internal sealed class ScrapedMeter : IDisposable
{
    private readonly string _prefix = $"Test.{Guid.NewGuid():N}.";
    private readonly MeteredFamilies _families;

    public ScrapedMeter()
    {
        Meter = Another();
        _families = new MeteredFamilies(_prefix, NullLogger.Instance);
    }

    public Meter Meter { get; }

    /// <summary>The series, without help and type.</summary>
    public string[] Series => [.. Text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>All that is read.</summary>
    public string Text => TextOf(_families);

    /// <summary>What is read of families.</summary>
    public static string TextOf(MeteredFamilies families)
    {
        using PooledBuffer text = new();
        PrometheusText.Write(text, families.Read(), ExpositionFormat.Text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Another meter of the same name, the caller's.</summary>
    public Meter Another() => new(_prefix + "Queues");

    public void Dispose()
    {
        _families.Dispose();
        Meter.Dispose();
    }
}
