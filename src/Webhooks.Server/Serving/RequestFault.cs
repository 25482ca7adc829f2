using Webhooks.Resources.Api;

namespace Webhooks.Server.Serving;

/// <summary>A request that gets no decision: what is wrong with it, or with us.</summary>
/// <param name="Reason">The word for metrics and log lines.</param>
/// <param name="Status">The answer; its code is that of HTTP.</param>
internal sealed record RequestFault(string Reason, Status Status)
{
    /// <summary>400: it can't be read.</summary>
    public static RequestFault Unreadable(string message) => new("bad-request", Status.BadRequest(message));

    /// <summary>403: the client's certificate is none of those allowed.</summary>
    public static RequestFault ClientNotAllowed(string message) => new("client-not-allowed", Of(StatusReason.Forbidden, message));

    /// <summary>404: no webhook has that path.</summary>
    public static RequestFault NoSuchPath(string message) => new("not-found", Of(StatusReason.NotFound, message));

    /// <summary>405: webhooks are posted to.</summary>
    public static RequestFault NoPost(string method) =>
        new("method-not-allowed", Of(StatusReason.MethodNotAllowed, $"{method} is not allowed here: POST an AdmissionReview"));

    /// <summary>408: the body came too slowly.</summary>
    public static RequestFault TooSlow() => new("too-slow", Of(StatusReason.Timeout, "the request's body came too slowly") with { Code = 408 });

    /// <summary>413: the body is longer than allowed.</summary>
    public static RequestFault TooLarge(long most) => new(
        "too-large", Of(StatusReason.RequestEntityTooLarge, $"the body is longer than {most} bytes; serve --max-body sets the limit"));

    /// <summary>415: no JSON, or packed.</summary>
    public static RequestFault WrongMediaType(string message) =>
        new("unsupported-media-type", Of(StatusReason.UnsupportedMediaType, message));

    /// <summary>500: our fault. What happened is in the log, not in the answer.</summary>
    public static RequestFault Internal() => new(
        "internal", Of(StatusReason.InternalError, "the webhook failed; its log says why"));

    /// <summary>503: more bodies are being read than there is memory set aside for.</summary>
    public static RequestFault Overloaded() => new(
        "overloaded", Of(StatusReason.ServiceUnavailable, "too many large requests at once; try again") with { Details = new StatusDetails { RetryAfterSeconds = 1 } });

    private static Status Of(StatusReason reason, string message) =>
        new() { Outcome = StatusOutcome.Failure, Reason = reason, Code = reason.Code, Message = message };
}
