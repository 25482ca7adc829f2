namespace Webhooks.Client.Requests;

/// <summary>How an object is created or replaced.</summary>
/// <remarks>Immutable.</remarks>
public sealed record WriteOptions
{
    /// <summary>As a server does it without being told.</summary>
    public static WriteOptions Default { get; } = new();

    /// <summary>Whether all is done but for storing it.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who writes, as <c>managedFields</c> has it, 128 characters at most; empty lets the server take the beginning of <c>User-Agent</c>.</summary>
    public string FieldManager { get; init; } = "";

    /// <summary>What is done about members that the kind does not have.</summary>
    public FieldValidation FieldValidation { get; init; }
}
