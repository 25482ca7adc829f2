namespace Webhooks.Resources.Api;

/// <summary>What <c>status</c> of a <see cref="Status"/> says.</summary>
public enum StatusOutcome
{
    /// <summary>It says nothing, or something unheard of.</summary>
    Unspecified,

    /// <summary>The operation succeeded.</summary>
    Success,

    /// <summary>The operation failed.</summary>
    Failure,
}
