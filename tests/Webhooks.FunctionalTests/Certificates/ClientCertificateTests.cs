using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Certificates;

public sealed class ClientCertificateTests : IDisposable
{
    private static readonly TestLeaf Client = new() { CommonName = "kube-apiserver", DnsNames = [], Purposes = [TestAuthority.ClientPurpose] };

    private readonly TlsSetup _setup = new();
    private readonly TestAuthority _clients = TestAuthority.Root("clients");

    public ClientCertificateTests()
    {
        _setup.Issue().Dispose();
        _setup.Folder.Write("clients.crt", _clients.Pem);
    }

    private TlsSettings Settings => _setup.Settings with { ClientCaFile = _setup.Folder["clients.crt"], ClientNames = ["kube-apiserver"] };

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Only_a_certificate_of_the_CA_that_is_valid_and_for_clients_is_let_in(SslProtocols protocol)
    {
        await using WatchedTls watched = new(Settings);
        async Task<bool> IsLetIn(X509Certificate2? certificate, params X509Certificate2[] chain) =>
            await new TlsClient(watched.Server, _setup.Root.Certificate) { Protocols = protocol, Certificate = certificate, Chain = [.. chain] }.IsLetInAsync();

        using X509Certificate2 good = _clients.Issue(Client);
        Assert.True(await IsLetIn(good));
        using X509Certificate2 unrestricted = _clients.Issue(Client with { Purposes = [] });
        Assert.True(await IsLetIn(unrestricted));
        TestAuthority intermediate = _clients.Intermediate();
        using X509Certificate2 further = intermediate.Issue(Client);
        Assert.True(await IsLetIn(further, intermediate.Certificate));
        // Again: a session resumed would come without the intermediate certificate.
        Assert.True(await IsLetIn(further, intermediate.Certificate));

        Assert.False(await IsLetIn(null));
        Assert.False(await IsLetIn(further));
        using X509Certificate2 foreign = TestAuthority.Root("clients").Issue(Client);
        Assert.False(await IsLetIn(foreign));
        using X509Certificate2 serversCa = _setup.Root.Issue(Client);
        Assert.False(await IsLetIn(serversCa));
        using X509Certificate2 server = _clients.Issue(Client with { Purposes = [TestAuthority.ServerPurpose] });
        Assert.False(await IsLetIn(server));
        using X509Certificate2 expired = _clients.Issue(Client with { NotBefore = DateTimeOffset.UtcNow.AddDays(-2), NotAfter = DateTimeOffset.UtcNow.AddDays(-1) });
        Assert.False(await IsLetIn(expired));
        using X509Certificate2 early = _clients.Issue(Client with { NotBefore = DateTimeOffset.UtcNow.AddDays(1) });
        Assert.False(await IsLetIn(early));
        Assert.True(await IsLetIn(good));
    }

    [Fact]
    public async Task Many_are_judged_at_once()
    {
        await using WatchedTls watched = new(Settings);
        using X509Certificate2 good = _clients.Issue(Client);
        using X509Certificate2 foreign = TestAuthority.Root("clients").Issue(Client);
        bool[] letIn = await Task.WhenAll(Enumerable.Range(0, 100).Select(index => Task.Run(() =>
            new TlsClient(watched.Server, _setup.Root.Certificate) { Certificate = index % 2 == 0 ? good : foreign }.IsLetInAsync())));
        Assert.Equal(Enumerable.Range(0, 100).Select(index => index % 2 == 0), letIn);
        Assert.Single(watched.Tls.ForConnection().CertificateChainPolicy!.CustomTrustStore);
        Assert.Empty(watched.Tls.ForConnection().CertificateChainPolicy!.ExtraStore);
    }

    [Fact]
    public async Task A_new_list_of_CAs_comes_into_force_and_the_old_clients_stay_out()
    {
        using X509Certificate2 old = _clients.Issue(Client);
        TestAuthority next = TestAuthority.Root("next clients");
        using X509Certificate2 young = next.Issue(Client);
        await using WatchedTls watched = new(Settings);
        // More than once: a session of before must not be resumed after.
        TlsClient oldClient = new(watched.Server, _setup.Root.Certificate) { Certificate = old };
        TlsClient youngClient = new(watched.Server, _setup.Root.Certificate) { Certificate = young };
        Assert.True(await oldClient.IsLetInAsync() && await oldClient.IsLetInAsync());
        Assert.False(await youngClient.IsLetInAsync());

        _setup.Folder.Replace("clients.crt", next.Pem);
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.False(await oldClient.IsLetInAsync());
        Assert.True(await youngClient.IsLetInAsync());
    }

    [Fact]
    public async Task A_broken_list_of_CAs_keeps_the_old_one_and_does_not_hold_up_a_new_certificate()
    {
        using X509Certificate2 client = _clients.Issue(Client);
        await using WatchedTls watched = new(Settings);
        _setup.Folder.Replace("clients.crt", "");
        await watched.UntilAsync(() => watched.Tls.FailedReloads == 1);
        using X509Certificate2 renewed = _setup.Root.Issue(new TestLeaf());
        _setup.Folder.Replace("tls.crt", renewed.ExportCertificatePem());
        await watched.UntilAsync(() => watched.Tls.FailedReloads == 2);
        _setup.Folder.Replace("tls.key", TestKeys.Pkcs8(renewed));
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);

        Assert.Equal(renewed.Thumbprint, (await new TlsClient(watched.Server, _setup.Root.Certificate) { Certificate = client }.ConnectAsync()).Thumbprint);
        Assert.False(await new TlsClient(watched.Server, _setup.Root.Certificate).IsLetInAsync());
    }

    [Fact]
    public void A_verified_client_is_let_in_by_name()
    {
        ServingTls tls = ServingTls.Load(Settings, TimeProvider.System, new LogLines());
        using X509Certificate2 right = _clients.Issue(Client);
        using X509Certificate2 wrong = _clients.Issue(Client with { CommonName = "somebody" });
        Assert.True(tls.Clients.Allows(right));
        Assert.False(tls.Clients.Allows(wrong));
    }

    [Fact]
    public void A_CA_that_has_expired_is_warned_of()
    {
        LogLines log = new();
        ServingTls.Load(Settings, new ManualTime(DateTimeOffset.UtcNow.AddYears(10)), log);
        Assert.Contains(
            log.Problems,
            line => line.StartsWith($"Warning: CN=clients in {_setup.Folder["clients.crt"]} has expired at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_CA_no_certificate_is_asked_for()
    {
        await using WatchedTls watched = new(_setup.Settings);
        Assert.False(watched.Tls.ForConnection().ClientCertificateRequired);
        Assert.True(await new TlsClient(watched.Server, _setup.Root.Certificate).IsLetInAsync());
    }

    public void Dispose() => _setup.Dispose();
}
