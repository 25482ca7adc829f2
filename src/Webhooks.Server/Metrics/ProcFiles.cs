using System.Globalization;

namespace Webhooks.Server.Metrics;

/// <summary>What Linux tells of this process below <c>/proc/self</c>; null on other systems. Source: proc(5).</summary>
internal static class ProcFiles
{
    private const string Folder = "/proc/self";

    public static double? VirtualBytes() => Memory(0);

    public static double? ResidentBytes() => Memory(1);

    /// <summary>How many descriptors are open, without the one that counts them.</summary>
    public static double? OpenDescriptors() => OperatingSystem.IsLinux() ? Directory.EnumerateFileSystemEntries($"{Folder}/fd").Count() - 1 : null;

    public static double? MostDescriptors() => OperatingSystem.IsLinux() ? MostDescriptors(File.ReadLines($"{Folder}/limits")) : null;

    /// <summary>The soft limit, such as 1024 of <c>Max open files 1024 524288 files</c>.</summary>
    public static double? MostDescriptors(IEnumerable<string> limits)
    {
        const string Row = "Max open files";
        string? limit = limits.FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal));
        return limit?[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["unlimited", ..] => double.PositiveInfinity,
            [{ } soft, ..] => double.Parse(soft, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    // In pages: the whole program, what of it is resident, and more.
    private static double? Memory(int column) => OperatingSystem.IsLinux()
        ? double.Parse(File.ReadAllText($"{Folder}/statm").Split(' ')[column], CultureInfo.InvariantCulture) * Environment.SystemPageSize
        : null;
}
