using Webhooks.FunctionalTests.Contract;
using Webhooks.FunctionalTests.Contract.Cluster;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>The client against the server in memory, always, and against a real one where there is one.</summary>
public sealed class ClientContractTests(ClientContractTests.Servers servers) : IClassFixture<ClientContractTests.Servers>
{
    public static TheoryData<string> Names => [.. ClientContract.Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_memory(string name) => servers.Sandbox.RunAsync(ClientContract.Cases[name]);

    [ClusterTheory]
    [MemberData(nameof(Names))]
    public Task In_a_cluster(string name) => servers.Cluster.RunAsync(ClientContract.Cases[name]);

    [Fact]
    public void There_are_as_many_cases_as_it_takes() => Assert.True(ClientContract.Cases.Count >= 120, $"there are {ClientContract.Cases.Count}");

    /// <summary>Both servers, each begun with its first case.</summary>
    public sealed class Servers : IAsyncLifetime
    {
        internal ClientServer Sandbox { get; } = new(SandboxServer.Factory);

        internal ClientServer Cluster { get; } = new(ClusterServer.Factory);

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            await Sandbox.DisposeAsync();
            await Cluster.DisposeAsync();
        }
    }
}
