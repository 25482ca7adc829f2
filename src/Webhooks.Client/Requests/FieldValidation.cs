namespace Webhooks.Client.Requests;

/// <summary>What a server does about members of a body that the kind does not have, or that come twice.</summary>
public enum FieldValidation
{
    /// <summary>Not said: the server's choice, which is to warn.</summary>
    Unspecified,

    /// <summary>Drops them in silence.</summary>
    Ignore,

    /// <summary>Drops them, and warns of each.</summary>
    Warn,

    /// <summary>Refuses the request.</summary>
    Strict,
}
