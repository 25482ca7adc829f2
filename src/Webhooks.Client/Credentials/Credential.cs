namespace Webhooks.Client.Credentials;

/// <summary>Who to be for some time. Two of them are the same when they are the same object.</summary>
/// <param name="token">The token to send; <c>null</c> for none.</param>
/// <param name="identity">The certificate to show; <c>null</c> for none.</param>
/// <param name="given">What a plugin gave for it; <c>null</c> for nothing.</param>
internal sealed class Credential(string? token, ClientIdentity? identity, PluginAnswer? given)
{
    public string? Token => token;

    public ClientIdentity? Identity => identity;

    public PluginAnswer? Given => given;
}
