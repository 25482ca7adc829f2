using Microsoft.Extensions.Logging;

namespace Webhooks.Client.Sending;

/// <summary>What a connection says: addresses, paths and what the server warns of; never a secret.</summary>
internal static partial class ConnectionLog
{
    [LoggerMessage(LogLevel.Warning, "The certificate of {Server} is NOT checked (insecure-skip-tls-verify): anybody on the way can read and change what is sent; set certificate-authority instead")]
    public static partial void Insecure(this ILogger logger, string server);

    [LoggerMessage(LogLevel.Warning, "{Server} warns: {Warning}")]
    public static partial void ServerWarned(this ILogger logger, string server, string warning);

    [LoggerMessage(LogLevel.Information, "{Source} has changed, and is in use")]
    public static partial void Changed(this ILogger logger, string source);

    [LoggerMessage(LogLevel.Warning, "{Source} can't be used, what was read before stays in use: {Problem}")]
    public static partial void Ignored(this ILogger logger, string source, string problem);

    [LoggerMessage(LogLevel.Warning, "{Source}: {Count} of its certificates can't be read and are not trusted; write them again, or take them out")]
    public static partial void Skipped(this ILogger logger, string source, int count);
}
