using System.Collections.Immutable;
using Webhooks.Resources.Literals;

namespace Webhooks.Resources.Api;

/// <summary>Answers in the words of <c>k8s.io/apimachinery/pkg/api/errors</c>.</summary>
public sealed partial record Status
{
    /// <summary>The usual reason for <see cref="Conflict"/>: somebody else was faster.</summary>
    public const string ObjectModified = "the object has been modified; please apply your changes to the latest version and try again";

    /// <summary>Success, with what it is about; no code, as the API server has it.</summary>
    public static Status Success(StatusDetails? details = null) =>
        new() { Outcome = StatusOutcome.Success, Details = details };

    /// <summary>404: <c>pods "x" not found</c>.</summary>
    public static Status NotFound(GroupResource resource, string name) =>
        Failure(StatusReason.NotFound, $"{resource} {GoString.Quote(name)} not found", About(resource, name));

    /// <summary>409: <c>pods "x" already exists</c>.</summary>
    public static Status AlreadyExists(GroupResource resource, string name) =>
        Failure(StatusReason.AlreadyExists, $"{resource} {GoString.Quote(name)} already exists", About(resource, name));

    /// <summary>409, reason AlreadyExists: a <c>generateName</c> came out as a name that is taken.</summary>
    public static Status GenerateNameConflict(GroupResource resource, string name, int retryAfterSeconds) =>
        Failure(
            StatusReason.AlreadyExists,
            $"{resource} {GoString.Quote(name)} already exists, the server was not able to generate a unique name for the object",
            About(resource, name) with { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>409: <c>Operation cannot be fulfilled on pods "x": why</c>; <see cref="ObjectModified"/> is the usual why.</summary>
    public static Status Conflict(GroupResource resource, string name, string why) =>
        Failure(StatusReason.Conflict, $"Operation cannot be fulfilled on {resource} {GoString.Quote(name)}: {why}", About(resource, name));

    /// <summary>403: <c>pods "x" is forbidden: why</c>; without name or resource where they are empty.</summary>
    public static Status Forbidden(GroupResource resource, string name, string why)
    {
        string subject = resource.IsEmpty ? "" : name.Length == 0 ? $"{resource} is " : $"{resource} {GoString.Quote(name)} is ";
        return Failure(StatusReason.Forbidden, $"{subject}forbidden: {why}", About(resource, name));
    }

    /// <summary>422: <c>Pod "x" is invalid: [a, b]</c>, or one cause without brackets; each text once, every cause in the details.</summary>
    public static Status Invalid(GroupKind kind, string name, IEnumerable<StatusCause> causes)
    {
        ImmutableArray<StatusCause> all = [.. causes];
        string why = FieldError.Aggregate(all);
        return Failure(
            StatusReason.Invalid,
            $"{kind} {GoString.Quote(name)} is invalid" + (why.Length == 0 ? "" : ": " + why),
            new StatusDetails { Group = kind.Group, Kind = kind.Kind, Name = name, Causes = all });
    }

    /// <summary>400 with that message.</summary>
    public static Status BadRequest(string message) => Failure(StatusReason.BadRequest, message);

    /// <summary>401 with that message, <c>not authorized</c> where it is empty; the API server itself says <c>Unauthorized</c>.</summary>
    public static Status Unauthorized(string message) =>
        Failure(StatusReason.Unauthorized, message.Length == 0 ? "not authorized" : message);

    /// <summary>429 with that message.</summary>
    public static Status TooManyRequests(string message, int retryAfterSeconds) =>
        Failure(StatusReason.TooManyRequests, message, new StatusDetails { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>410, reason Gone. For a resource version no longer kept the reason is <see cref="Expired"/>.</summary>
    public static Status Gone(string message) => Failure(StatusReason.Gone, message);

    /// <summary>410, reason Expired: list again.</summary>
    public static Status Expired(string message) => Failure(StatusReason.Expired, message);

    /// <summary>405: <c>patch is not supported on resources of kind "pods"</c>.</summary>
    public static Status MethodNotSupported(GroupResource resource, string action) =>
        Failure(
            StatusReason.MethodNotAllowed,
            $"{action} is not supported on resources of kind {GoString.Quote(resource.ToString())}",
            About(resource, ""));

    /// <summary>413: <c>Request entity too large: message</c>.</summary>
    public static Status RequestEntityTooLarge(string message) =>
        Failure(StatusReason.RequestEntityTooLarge, $"Request entity too large: {message}");

    /// <summary>415 with that message.</summary>
    public static Status UnsupportedMediaType(string message) => Failure(StatusReason.UnsupportedMediaType, message);

    /// <summary>406 with that message, and empty details as the API server has them.</summary>
    public static Status NotAcceptable(string message) =>
        Failure(StatusReason.NotAcceptable, message, new StatusDetails());

    /// <summary>500: <c>Internal error occurred: message</c>, the message being the cause.</summary>
    public static Status InternalError(string message) =>
        Failure(
            StatusReason.InternalError,
            $"Internal error occurred: {message}",
            new StatusDetails { Causes = [new StatusCause("", message, "")] });

    /// <summary>500, to be tried again: <c>The get operation against pods could not be completed at this time, please try again.</c></summary>
    public static Status ServerTimeout(GroupResource resource, string operation, int retryAfterSeconds) =>
        Failure(
            StatusReason.ServerTimeout,
            $"The {operation} operation against {resource} could not be completed at this time, please try again.",
            About(resource, operation) with { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>504: <c>Timeout: message</c>.</summary>
    public static Status Timeout(string message, int retryAfterSeconds) =>
        Failure(StatusReason.Timeout, $"Timeout: {message}", new StatusDetails { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>503 with that message.</summary>
    public static Status ServiceUnavailable(string message) => Failure(StatusReason.ServiceUnavailable, message);

    private static Status Failure(StatusReason reason, string message, StatusDetails? details = null) =>
        new() { Outcome = StatusOutcome.Failure, Reason = reason, Code = reason.Code, Message = message, Details = details };

    private static StatusDetails About(GroupResource resource, string name) =>
        new() { Group = resource.Group ?? "", Kind = resource.Resource ?? "", Name = name };
}
