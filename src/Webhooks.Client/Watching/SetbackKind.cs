namespace Webhooks.Client.Watching;

/// <summary>Why a list or a watch did not go on, as far as it decides what comes next.</summary>
internal enum SetbackKind
{
    /// <summary>The server failed, or said what nobody can read.</summary>
    Failed,

    /// <summary>The server will not do it however often it is asked: 4xx.</summary>
    Refused,

    /// <summary>The version is no longer kept: 410.</summary>
    Expired,

    /// <summary>The server does not know the version yet, or no longer, after a restore.</summary>
    VersionTooLarge,

    /// <summary>The server has too much to do: 429.</summary>
    Throttled,

    /// <summary>There is no connection, or it broke.</summary>
    Unreachable,

    /// <summary>Nothing came for too long.</summary>
    Silent,
}
