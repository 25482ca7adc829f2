using System.Globalization;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>How many files and sockets a process may have open.</summary>
internal static class OpenFiles
{
    /// <summary>Fails, and says what to do, where this process and its children may not have so many.</summary>
    public static void Require(int count)
    {
        string line = File.ReadLines("/proc/self/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        string hard = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        if (hard != "unlimited" && int.Parse(hard, CultureInfo.InvariantCulture) < count)
        {
            throw new InvalidOperationException($"a process may have {hard} files open here, and {count} are needed: run `ulimit -Hn {count}` first, as root, or raise it in /etc/security/limits.conf");
        }
    }
}
