using System.Security.Cryptography.X509Certificates;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>An API server that recordings are replayed against.</summary>
internal interface IContractServer : IAsyncDisposable
{
    /// <summary>Where it listens: https, host and port.</summary>
    Uri Address { get; }

    /// <summary>The CA of its certificate.</summary>
    X509Certificate2 Authority { get; }

    /// <summary>A client certificate of group <c>system:masters</c>, with its key.</summary>
    X509Certificate2 Administrator { get; }

    /// <summary>Makes it forget its history up to now: exact lists, continues and watches of earlier versions expire.</summary>
    Task CompactAsync(CancellationToken cancellationToken);
}
