using System.Net;
using System.Net.Security;
using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>How the server takes leave of its clients.</summary>
public sealed class PartingTests : IAsyncLifetime
{
    private static readonly byte[] Review = Encoding.UTF8.GetBytes("""
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"1","kind":{"group":"","version":"v1","kind":"Pod"},"operation":"CREATE","object":{}}}
        """);

    private AdmissionHost _host = null!;

    public async Task InitializeAsync() => _host = await AdmissionHost.StartAsync(InjectionOptions.Default, TemplateSet.Empty);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/mutate", 200)]
    [InlineData("/nowhere", 404)]
    public async Task The_last_answer_of_HTTP_1_says_that_the_connection_closes(string path, int code)
    {
        await using SslStream connection = await _host.ConnectAsync();
        await SendAsync(connection, path);
        byte[] first = new byte[4096];
        int length = await connection.ReadAsync(first);
        Assert.DoesNotContain("Connection: close", Encoding.ASCII.GetString(first, 0, length), StringComparison.Ordinal);

        Task parted = _host.Parting.RunAsync(CancellationToken.None);
        await SendAsync(connection, path);
        using StreamReader reader = new(connection);
        string last = await reader.ReadToEndAsync();
        Assert.StartsWith($"HTTP/1.1 {code} ", last, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", last, StringComparison.Ordinal);
        await parted;
    }

    [Fact]
    public async Task After_the_last_answer_of_HTTP_2_the_connection_is_gone()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync());
        Task parted = _host.Parting.RunAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, await PostAsync());
        await parted;
    }

    [Fact]
    public async Task Clients_that_come_late_are_answered()
    {
        await _host.Parting.RunAsync(CancellationToken.None);
        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync());
        }
    }

    [Fact]
    public async Task Clients_that_ask_nothing_are_waited_for_until_patience_ends()
    {
        await using SslStream connection = await _host.ConnectAsync();
        using CancellationTokenSource patience = new();
        Task parted = _host.Parting.RunAsync(patience.Token);
        Assert.False(parted.IsCompleted);
        await patience.CancelAsync();
        await parted;
    }

    private async Task<HttpStatusCode> PostAsync()
    {
        using HttpResponseMessage answer = await _host.PostAsync("/mutate", Review);
        return answer.StatusCode;
    }

    private static async Task SendAsync(SslStream connection, string path) => await connection.WriteAsync(
        (byte[])[.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Review.Length}\r\n\r\n"), .. Review]);
}
