namespace Webhooks.FunctionalTests.Contract;

/// <summary>Starts servers that know nothing of each other.</summary>
internal interface IContractServerFactory
{
    /// <summary>A server with nothing in it but what every cluster is born with.</summary>
    Task<IContractServer> StartAsync(CancellationToken cancellationToken);
}
