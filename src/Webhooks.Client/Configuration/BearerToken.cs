namespace Webhooks.Client.Configuration;

/// <summary>A token for the header <c>Authorization</c>. At least one of its parts is there.</summary>
/// <param name="Text">The token itself, without blanks around it; where there is a file, what to use until that can be read.</param>
/// <param name="File">The absolute path of a file that says it, which wins and is replaced from time to time.</param>
public sealed record BearerToken(string? Text, string? File)
{
    /// <summary>Where it comes from, never what it says.</summary>
    public override string ToString() => (Text, File) switch
    {
        (null, _) => $"from {File}",
        (_, null) => "inline",
        _ => $"from {File}, inline until that is read",
    };
}
