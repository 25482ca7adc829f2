using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Serving;

/// <summary>What the run itself logs.</summary>
internal static partial class ServeLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on port {Port} for {Webhooks}, on port {HealthPort} for probes and metrics")]
    public static partial void Listening(ILogger logger, int port, string webhooks, int healthPort);

    [LoggerMessage(Level = LogLevel.Information, Message = "The certificate is self-signed: clients have to trust {AuthorityFile}")]
    public static partial void SelfSigned(ILogger logger, string authorityFile);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready")]
    public static partial void Ready(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A part of the server failed, so all of it ends")]
    public static partial void PartFailed(ILogger logger, Exception failure);
}
