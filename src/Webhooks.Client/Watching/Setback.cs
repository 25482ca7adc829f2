using System.Text.Json;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Watching;

/// <summary>Why a list or a watch did not go on.</summary>
/// <param name="Kind">What decides on what comes next.</param>
/// <param name="Message">For the log.</param>
/// <param name="RetryAfter">How long the server wants to be left alone; zero where it does not say.</param>
internal readonly record struct Setback(SetbackKind Kind, string Message, TimeSpan RetryAfter = default)
{
    private const string VersionTooLarge = "ResourceVersionTooLarge";

    // What a server may ask for: longer would be as good as never.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>What an exception of a transport or of reading an answer means.</summary>
    /// <returns>Null for an exception that is a fault of this program.</returns>
    public static Setback? Of(Exception exception) => exception switch
    {
        KubernetesApiException refusal => Of(refusal.Status, refusal.RetryAfter),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException =>
            new Setback(SetbackKind.Unreachable, exception.Message),
        JsonException or InvalidDataException => new Setback(SetbackKind.Failed, exception.Message),
        _ => null,
    };

    /// <summary>Whether an exception may come of a request that was ended on this side.</summary>
    public static bool IsEnd(Exception exception) => exception is ObjectDisposedException || Of(exception) != null;

    /// <summary>What a failure means that the server told, as an answer or as an event.</summary>
    public static Setback Of(Status status, TimeSpan? retryAfter = null)
    {
        TimeSpan wanted = retryAfter ?? TimeSpan.FromSeconds(Math.Max(status.Details?.RetryAfterSeconds ?? 0, 0));
        return new Setback(KindOf(status), status.Message, wanted < LongestRetryAfter ? wanted : LongestRetryAfter);
    }

    private static SetbackKind KindOf(Status status) =>
        status.Code == 410 || status.Reason == StatusReason.Expired || status.Reason == StatusReason.Gone ? SetbackKind.Expired
        : status.Details?.Causes.Any(cause => cause.Reason == VersionTooLarge) == true ? SetbackKind.VersionTooLarge
        : status.Code == 429 || status.Reason == StatusReason.TooManyRequests ? SetbackKind.Throttled
        : status.Code is >= 400 and < 500 ? SetbackKind.Refused
        : SetbackKind.Failed;
}
