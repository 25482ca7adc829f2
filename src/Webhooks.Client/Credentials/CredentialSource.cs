using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Credentials;

/// <summary>Says who to be at any moment: what is written down, and what a plugin adds where that says nothing.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class CredentialSource : IDisposable
{
    private readonly FollowedSource<ClientIdentity>? _identity;
    private readonly FollowedSource<string>? _token;
    private readonly PluginCredentials? _plugin;
    private readonly Lock _lock = new();
    private Credential _current = new(null, null, null);

    private CredentialSource(ClientOptions options, ApiConnectionSettings settings)
    {
        ClientCredentials credentials = options.Credentials;
        _identity = credentials.Certificate is { } certificate
            ? new FollowedSource<ClientIdentity>([certificate.Certificate, certificate.Key], texts => ClientIdentity.Read(texts[0], texts[1]), beforehand: null, settings)
            : null;
        _token = credentials.Token is { } token ? TokenText.Follow(token, settings) : null;
        _plugin = _token is null && credentials.Exec is { } plugin ? new PluginCredentials(new PluginProcess(plugin, options, settings).RunAsync, settings.Time) : null;
    }

    /// <exception cref="ConfigurationException">A certificate, key or token is not there, or no good.</exception>
    public static CredentialSource Of(ClientOptions options, ApiConnectionSettings settings) => new(options, settings);

    /// <summary>Who to be now: the same object until that changes.</summary>
    /// <exception cref="CredentialException">The plugin gives nothing.</exception>
    public async ValueTask<Credential> CurrentAsync(CancellationToken cancellationToken)
    {
        PluginAnswer? given = _plugin is null ? null : await _plugin.CurrentAsync(cancellationToken).ConfigureAwait(false);
        return Joined(_token?.Current(), _identity?.Current(), given);
    }

    /// <summary>Who else to be, after the server did not know a credential: asked for once, however many requests it was refused to.</summary>
    /// <returns><c>null</c>: nobody else.</returns>
    /// <exception cref="CredentialException">The plugin gives nothing.</exception>
    public async Task<Credential?> RenewAsync(Credential refused, CancellationToken cancellationToken)
    {
        Credential now = await CurrentAsync(cancellationToken).ConfigureAwait(false);
        if (now == refused)
        {
            PluginAnswer? given = _plugin is null ? null : await _plugin.RenewAsync(refused.Given, cancellationToken).ConfigureAwait(false);
            now = Joined(_token?.Latest(), _identity?.Latest(), given);
        }

        return now == refused ? null : now;
    }

    public void Dispose() => _plugin?.Dispose();

    private Credential Joined(string? token, ClientIdentity? identity, PluginAnswer? given)
    {
        token ??= given?.Token;
        identity ??= given?.Identity;
        lock (_lock)
        {
            bool isSame = _current.Token == token && _current.Identity == identity && _current.Given == given;
            return isSame ? _current : _current = new Credential(token, identity, given);
        }
    }
}
