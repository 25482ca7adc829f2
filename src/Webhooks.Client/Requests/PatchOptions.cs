namespace Webhooks.Client.Requests;

/// <summary>How an object is patched. Whether an apply is forced says its patch, since no other knows that.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PatchOptions
{
    /// <summary>As a server does it without being told.</summary>
    public static PatchOptions Default { get; } = new();

    /// <summary>Whether all is done but for storing it.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who writes, as <c>managedFields</c> has it; empty lets the server take the beginning of <c>User-Agent</c>. Not for an <see cref="ApplyPatch"/>, which brings its own.</summary>
    public string FieldManager { get; init; } = "";

    /// <summary>What is done about members that the kind does not have.</summary>
    public FieldValidation FieldValidation { get; init; }
}
