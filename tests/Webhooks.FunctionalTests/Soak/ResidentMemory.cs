using System.Diagnostics;
using System.Globalization;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>The memory of a process that is in RAM.</summary>
internal static class ResidentMemory
{
    private const double BytesPerMegabyte = 1024 * 1024;

    /// <summary>That of a process now, in bytes.</summary>
    public static long Of(int id)
    {
        using Process process = Process.GetProcessById(id);
        return process.WorkingSet64;
    }

    /// <summary>For people.</summary>
    public static string Text(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:F0} MB");
}
