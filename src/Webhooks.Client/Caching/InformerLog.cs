using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>What informers say. Of objects they name the key alone.</summary>
internal static partial class InformerLog
{
    [LoggerMessage(LogLevel.Error, "Informer {Informer}: handler {Handler} failed at {Key}; it goes on with the next change")]
    public static partial void HandlerFailed(ILogger logger, string informer, string handler, ObjectKey key, Exception failure);

    [LoggerMessage(LogLevel.Error, "Informer {Informer}: index {Index} can't tell the values of {Key}, which it does not have then")]
    public static partial void IndexFailed(ILogger logger, string informer, string index, ObjectKey key, Exception failure);

    [LoggerMessage(LogLevel.Information, "Informer {Informer}: {Count} objects are known, at version {ResourceVersion}")]
    public static partial void Synced(ILogger logger, string informer, int count, string resourceVersion);

    [LoggerMessage(LogLevel.Warning, "Informer {Informer}: the server was set back to version {ResourceVersion}, and is believed")]
    public static partial void SetBack(ILogger logger, string informer, string resourceVersion);
}
