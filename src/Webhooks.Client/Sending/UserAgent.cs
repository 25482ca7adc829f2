using System.Runtime.InteropServices;

namespace Webhooks.Client.Sending;

/// <summary>What requests call themselves, in the form of kubectl: <c>webhooks/0.1.0 (linux/amd64)</c>.</summary>
internal static class UserAgent
{
    public static string DefaultProduct { get; } = $"webhooks/{typeof(UserAgent).Assembly.GetName().Version?.ToString(3)}";

    public static string Of(string product) => $"{product} ({SystemName()}/{MachineName()})";

    private static string SystemName() =>
        OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "unknown";

    // As Go names them.
    private static string MachineName() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => "amd64",
        Architecture.X86 => "386",
        Architecture other => other.ToString().ToLowerInvariant(),
    };
}
