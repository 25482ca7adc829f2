using Microsoft.Extensions.Logging;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Server.Metrics;

namespace Webhooks.Server.Logging;

/// <summary>One line for each admission request: who asked for what and what became of it, never what is in an object.</summary>
/// <remarks>Costs nothing but the question while its level is off.</remarks>
internal static partial class DecisionLog
{
    // The values stand beside the message, not in it; and each is worked out behind a question of our own for its level.
#pragma warning disable SYSLIB1015, CA1873
    /// <summary>
    /// Tells of a decision, at Information if it changes the object, denies it or warns, else at Debug. A dry run's too.
    /// </summary>
    /// <param name="logger">Where to.</param>
    /// <param name="webhook">Who decided.</param>
    /// <param name="request">About what.</param>
    /// <param name="decision">How.</param>
    /// <param name="duration">How long it took.</param>
    public static void Decided(ILogger logger, Webhook webhook, AdmissionRequest request, AdmissionDecision decision, TimeSpan duration)
    {
        LogLevel level = LevelOf(decision);
        if (!logger.IsEnabled(level))
        {
            return;
        }

        Decided(
            logger, level, webhook.Name, request.Uid, OutcomeWords.Of(request.Operation), request.Kind.GroupKind.ToString(),
            OrNull(request.Namespace), OrNull(request.Name), request.Name.Length == 0 ? GenerateName(request) : null,
            request.UserInfo["username"u8].AsString(), OutcomeWords.Of(decision), decision.Reason,
            Audited(decision, "injected"), Audited(decision, "skipped"),
            decision.Warnings.Count, request.IsDryRun, Milliseconds(duration));
    }

    /// <summary>
    /// Tells of a request that got no decision: at Warning where the sender is to blame, at Error where it is us (5xx).
    /// </summary>
    /// <param name="logger">Where to.</param>
    /// <param name="webhook">Who was asked.</param>
    /// <param name="status">The HTTP status of the answer.</param>
    /// <param name="reason">One word of a closed set, such as <c>too-large</c>.</param>
    /// <param name="problem">What is wrong, as the sender is told.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">What went wrong with us.</param>
    /// <param name="unlogged">How many such requests were not told of since the last line.</param>
    public static void Failed(
        ILogger logger, Webhook webhook, int status, string reason, string problem, TimeSpan duration, Exception? failure = null, long unlogged = 0)
    {
        LogLevel level = status >= 500 ? LogLevel.Error : LogLevel.Warning;
        if (logger.IsEnabled(level))
        {
            Failed(logger, level, webhook.Name, status, OutcomeWords.Error, reason, problem, Milliseconds(duration), unlogged == 0 ? null : unlogged, failure);
        }
    }

    private static LogLevel LevelOf(AdmissionDecision decision) =>
        decision is AdmissionDecision.Allowed && decision.Warnings.Count == 0 ? LogLevel.Debug : LogLevel.Information;

    // Of the object nothing but its name is looked at.
    private static string? GenerateName(AdmissionRequest request)
    {
        JsonValue metadata = request.Object["metadata"u8];
        return metadata["generateName"u8].AsString();
    }

    private static string? Audited(AdmissionDecision decision, string name)
    {
        foreach ((string key, string value) in decision.Audit)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    // To the microsecond: more digits say nothing.
    private static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 3);

    [LoggerMessage(EventId = 1, EventName = "Decided", Message = "Admission decided", SkipEnabledCheck = true)]
    private static partial void Decided(
        ILogger logger, LogLevel level, string webhook, string uid, string operation, string kind, string? @namespace, string? name,
        string? generateName, string? user, string decision, string reason, string? injected, string? skipped, int warnings, bool dryRun,
        double durationMs);

    [LoggerMessage(EventId = 2, EventName = "Failed", Message = "Admission request failed", SkipEnabledCheck = true)]
    private static partial void Failed(
        ILogger logger, LogLevel level, string webhook, int status, string decision, string reason, string problem, double durationMs,
        long? unlogged, Exception? failure);
}
