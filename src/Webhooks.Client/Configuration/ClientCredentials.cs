namespace Webhooks.Client.Configuration;

/// <summary>Who to be. Parts go together: what is written down wins over what the plugin prints.</summary>
/// <param name="Certificate">The certificate to show; wins over one of the plugin.</param>
/// <param name="Token">The token to send; with one the plugin is not asked.</param>
/// <param name="Exec">The program that gives what is missing.</param>
public sealed record ClientCredentials(ClientCertificate? Certificate, BearerToken? Token, ExecPlugin? Exec)
{
    /// <summary>Nobody: what asks with them is <c>system:anonymous</c>.</summary>
    public static ClientCredentials None { get; } = new(null, null, null);

    /// <summary>True for nobody.</summary>
    public bool IsNone => Certificate is null && Token is null && Exec is null;
}
