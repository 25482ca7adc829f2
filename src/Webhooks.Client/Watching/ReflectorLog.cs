using Microsoft.Extensions.Logging;

namespace Webhooks.Client.Watching;

/// <summary>What is said of lists and watches: names, versions and problems, never what stands in objects.</summary>
internal static partial class ReflectorLog
{
    [LoggerMessage(LogLevel.Debug, "{Reflector}: all there is has come, at version {Version}")]
    public static partial void Synced(this ILogger logger, string reflector, string version);

    [LoggerMessage(LogLevel.Warning, "{Reflector}: {Action} ended: {Problem}")]
    public static partial void SetBack(this ILogger logger, string reflector, string action, string problem);

    [LoggerMessage(LogLevel.Debug, "{Reflector}: waits {Seconds} s")]
    public static partial void Waits(this ILogger logger, string reflector, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Reflector}: {Key} in version {Version} can't be read, and what was known of it stays: {Problem}")]
    public static partial void Undecodable(this ILogger logger, string reflector, string key, string version, string problem);
}
