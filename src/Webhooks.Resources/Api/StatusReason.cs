namespace Webhooks.Resources.Api;

/// <summary>Why an operation failed, as a word that programs compare; the well-known ones each have one HTTP code.</summary>
/// <remarks>The default is <see cref="Unknown"/>. Source: <c>metav1.StatusReason</c>.</remarks>
public readonly record struct StatusReason
{
    private static readonly Dictionary<string, int> Codes = new(StringComparer.Ordinal)
    {
        ["Unauthorized"] = 401,
        ["Forbidden"] = 403,
        ["NotFound"] = 404,
        ["AlreadyExists"] = 409,
        ["Conflict"] = 409,
        ["Gone"] = 410,
        ["Invalid"] = 422,
        ["ServerTimeout"] = 500,
        ["StorageReadError"] = 500,
        ["Timeout"] = 504,
        ["TooManyRequests"] = 429,
        ["BadRequest"] = 400,
        ["MethodNotAllowed"] = 405,
        ["NotAcceptable"] = 406,
        ["RequestEntityTooLarge"] = 413,
        ["UnsupportedMediaType"] = 415,
        ["InternalError"] = 500,
        ["Expired"] = 410,
        ["ServiceUnavailable"] = 503,
    };

    private readonly string? _name;

    /// <summary>The reason of that name, well known or not.</summary>
    public StatusReason(string name)
    {
        _name = name.Length == 0 ? null : name;
    }

    /// <summary>The well-known reasons, 19 of them, in the order of Kubernetes' source.</summary>
    public static IReadOnlyList<StatusReason> WellKnown { get; } = [.. Codes.Keys.Select(name => new StatusReason(name))];

    /// <summary>No reason given.</summary>
    public static StatusReason Unknown => default;

    /// <summary>401: credentials are missing or insufficient.</summary>
    public static StatusReason Unauthorized { get; } = new("Unauthorized");

    /// <summary>403: understood and refused.</summary>
    public static StatusReason Forbidden { get; } = new("Forbidden");

    /// <summary>404: there is no such object or resource.</summary>
    public static StatusReason NotFound { get; } = new("NotFound");

    /// <summary>409: an object of that name is there already.</summary>
    public static StatusReason AlreadyExists { get; } = new("AlreadyExists");

    /// <summary>409: the object changed meanwhile, or a precondition failed.</summary>
    public static StatusReason Conflict { get; } = new("Conflict");

    /// <summary>410: no longer there, and no forwarding address.</summary>
    public static StatusReason Gone { get; } = new("Gone");

    /// <summary>422: well-formed but not valid.</summary>
    public static StatusReason Invalid { get; } = new("Invalid");

    /// <summary>500: not done in time; the client should retry.</summary>
    public static StatusReason ServerTimeout { get; } = new("ServerTimeout");

    /// <summary>500: the store could not be read.</summary>
    public static StatusReason StoreReadError { get; } = new("StorageReadError");

    /// <summary>504: not completed in the given time; it may yet succeed.</summary>
    public static StatusReason Timeout { get; } = new("Timeout");

    /// <summary>429: try again later.</summary>
    public static StatusReason TooManyRequests { get; } = new("TooManyRequests");

    /// <summary>400: the request makes no sense and never will.</summary>
    public static StatusReason BadRequest { get; } = new("BadRequest");

    /// <summary>405: the resource does not know that verb.</summary>
    public static StatusReason MethodNotAllowed { get; } = new("MethodNotAllowed");

    /// <summary>406: none of the asked-for media types is on offer.</summary>
    public static StatusReason NotAcceptable { get; } = new("NotAcceptable");

    /// <summary>413: the body is too large.</summary>
    public static StatusReason RequestEntityTooLarge { get; } = new("RequestEntityTooLarge");

    /// <summary>415: the body's media type is not understood.</summary>
    public static StatusReason UnsupportedMediaType { get; } = new("UnsupportedMediaType");

    /// <summary>500: an internal fault, outcome unknown.</summary>
    public static StatusReason InternalError { get; } = new("InternalError");

    /// <summary>410: the asked-for version is no longer kept; list again.</summary>
    public static StatusReason Expired { get; } = new("Expired");

    /// <summary>503: not available at this time.</summary>
    public static StatusReason ServiceUnavailable { get; } = new("ServiceUnavailable");

    /// <summary>The word as it stands in JSON; empty for <see cref="Unknown"/>.</summary>
    public string Name => _name ?? "";

    /// <summary>Whether it is one of <see cref="WellKnown"/>.</summary>
    public bool IsWellKnown => Codes.ContainsKey(Name);

    /// <summary>The HTTP code that goes with it; 500 when it is not well known.</summary>
    public int Code => Codes.GetValueOrDefault(Name, 500);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
