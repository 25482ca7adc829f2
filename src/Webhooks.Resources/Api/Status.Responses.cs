using Webhooks.Resources.Literals;

namespace Webhooks.Resources.Api;

/// <summary>The failure that an HTTP answer without a Status amounts to.</summary>
public sealed partial record Status
{
    /// <summary>The failure that client-go makes of an HTTP answer whose body is no Status: a proxy's, a plain text.</summary>
    /// <param name="code">The HTTP code, 400 to 599.</param>
    /// <param name="verb">The HTTP method; a 409 to a POST reads as AlreadyExists, else as Conflict.</param>
    /// <param name="resource">The resource asked for; the default for none.</param>
    /// <param name="name">The object asked for; empty for none.</param>
    /// <param name="body">What was answered; kept as the cause.</param>
    /// <param name="retryAfterSeconds">From the Retry-After header; 0 for none.</param>
    public static Status FromResponse(int code, string verb, GroupResource resource, string name, string body, int retryAfterSeconds = 0)
    {
        (StatusReason reason, string message) = Explain(code, verb, body);
        string at = resource.IsEmpty ? "" : $" ({verb.ToLowerInvariant()} {resource}{(name.Length > 0 ? " " + name : "")})";
        return new Status
        {
            Outcome = StatusOutcome.Failure,
            Code = code,
            Reason = reason,
            Message = message + at,
            Details = About(resource, name) with
            {
                Causes = [new StatusCause(CauseReason.UnexpectedServerResponse, body, "")],
                RetryAfterSeconds = retryAfterSeconds,
            },
        };
    }

    private static (StatusReason Reason, string Message) Explain(int code, string verb, string body) => code switch
    {
        400 => (StatusReason.BadRequest, "the server rejected our request for an unknown reason"),
        401 => (StatusReason.Unauthorized, "the server has asked for the client to provide credentials"),
        403 => (StatusReason.Forbidden, body),
        404 => (StatusReason.NotFound, "the server could not find the requested resource"),
        405 => (StatusReason.MethodNotAllowed, "the server does not allow this method on the requested resource"),
        406 when body is "" or "unknown" => (StatusReason.NotAcceptable, "the server was unable to respond with a content type that the client supports"),
        406 => (StatusReason.NotAcceptable, body),
        409 => (verb == "POST" ? StatusReason.AlreadyExists : StatusReason.Conflict, "the server reported a conflict"),
        415 => (StatusReason.UnsupportedMediaType, body),
        422 => (StatusReason.Invalid, "the server rejected our request due to an error in our request"),
        429 => (StatusReason.TooManyRequests, "the server has received too many requests and has asked us to try again later"),
        503 => (StatusReason.ServiceUnavailable, "the server is currently unable to handle the request"),
        504 => (StatusReason.Timeout, "the server was unable to return a response in the time allotted, but may still be processing the request"),
        >= 500 => (StatusReason.InternalError, $"an error on the server ({GoString.Quote(body)}) has prevented the request from succeeding"),
        _ => (StatusReason.Unknown, $"the server responded with the status code {code} but did not return more information"),
    };
}
