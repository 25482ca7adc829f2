namespace Webhooks.Server.Injecting;

/// <summary>What the documents gave to say.</summary>
internal sealed class Findings
{
    /// <summary>What can't be read or changed: nothing is printed then.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What the user should know.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Objects that were denied, and why.</summary>
    public List<string> Denials { get; } = [];
}
