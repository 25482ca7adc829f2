using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Reconciling;

/// <summary>What a controller logs.</summary>
internal static partial class ControllerLog
{
    /// <summary>A reconcile failed by an exception. What an API server or a network does is told without a stack.</summary>
    public static void Threw(this ILogger logger, string controller, ObjectKey key, Exception failure)
    {
        switch (failure)
        {
            case KubernetesApiException { Code: 409 }:
                // Somebody else was faster, which is how things are.
                logger.Conflicted(controller, key, failure.Message);
                break;
            case KubernetesApiException or HttpRequestException or TimeoutException:
                logger.Failed(controller, key, failure.Message);
                break;
            case TerminalException:
                logger.GaveUp(controller, key, failure.Message);
                break;
            default:
                logger.Broke(controller, key, failure);
                break;
        }
    }

    /// <summary>A reconcile said that it failed.</summary>
    public static void Failed(this ILogger logger, string controller, ObjectKey key, ReconcileResult.Failed failed)
    {
        if (failed.IsTerminal)
        {
            logger.GaveUp(controller, key, failed.Problem);
        }
        else
        {
            logger.Failed(controller, key, failed.Problem);
        }
    }

    [LoggerMessage(LogLevel.Information, "Controller {Controller} waits for {Sources}")]
    public static partial void Waits(this ILogger logger, string controller, string sources);

    [LoggerMessage(LogLevel.Information, "Controller {Controller} begins, with {Workers} workers")]
    public static partial void Begins(this ILogger logger, string controller, int workers);

    [LoggerMessage(LogLevel.Information, "Controller {Controller} has ended")]
    public static partial void Ended(this ILogger logger, string controller);

    [LoggerMessage(LogLevel.Warning, "Controller {Controller} failed at {Key} and tries again: {Problem}")]
    private static partial void Failed(this ILogger logger, string controller, ObjectKey key, string problem);

    [LoggerMessage(LogLevel.Error, "Controller {Controller} failed at {Key}, and does not try again until something changes: {Problem}")]
    private static partial void GaveUp(this ILogger logger, string controller, ObjectKey key, string problem);

    [LoggerMessage(LogLevel.Debug, "Controller {Controller} met a conflict at {Key} and tries again: {Problem}")]
    private static partial void Conflicted(this ILogger logger, string controller, ObjectKey key, string problem);

    [LoggerMessage(LogLevel.Error, "Controller {Controller} failed at {Key} by a fault of its own, and tries again")]
    private static partial void Broke(this ILogger logger, string controller, ObjectKey key, Exception fault);
}
