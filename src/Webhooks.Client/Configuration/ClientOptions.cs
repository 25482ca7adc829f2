namespace Webhooks.Client.Configuration;

/// <summary>Where the API server is, how to know it, and who to be there.</summary>
/// <remarks>Immutable and thread safe. Nothing of it says a secret in <c>ToString</c>.</remarks>
public sealed record ClientOptions
{
    /// <summary>The server: http or https, without query and fragment; it may have a path that requests go below.</summary>
    public required Uri Server { get; init; }

    /// <summary>The namespace of requests that name none. Default <c>default</c>.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Whom to trust. Default <c>null</c>: the authorities of the system.</summary>
    public PemSource? CertificateAuthority { get; init; }

    /// <summary>The name that the server's certificate must have. Default empty: the host of <see cref="Server"/>.</summary>
    public string TlsServerName { get; init; } = "";

    /// <summary>Whether any server is trusted. Default false.</summary>
    public bool InsecureSkipTlsVerify { get; init; }

    /// <summary>The proxy to go through: http, https or socks5; it may have a user and a password. Default <c>null</c>: what the environment says.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Whether to ask for answers without compression. Default false.</summary>
    public bool DisableCompression { get; init; }

    /// <summary>Who to be. None for a server of http, which would tell them to everybody.</summary>
    public ClientCredentials Credentials { get; init; } = ClientCredentials.None;

    /// <summary>Whom to act as. Default <c>null</c>: as oneself.</summary>
    public Impersonation? Impersonation { get; init; }

    /// <summary>What somebody should know before it is used, in sentences with their place.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The server and the namespace.</summary>
    public override string ToString() => $"{Server}, namespace {Namespace}";
}
