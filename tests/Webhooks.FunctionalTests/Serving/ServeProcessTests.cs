using System.Net;
using System.Net.Sockets;
using Webhooks.Shared;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>The life of the server as a process.</summary>
public sealed class ServeProcessTests : IDisposable
{
    private static readonly string Samples = Repository.PathOf("deploy", "samples", "templates");
    private static readonly byte[] Review = File.ReadAllBytes(Repository.PathOf("tests", "Golden", "reviews", "create-pods-2", "input.json"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_SIGTERM_it_is_not_ready_at_once_and_serves_until_the_delay_is_over()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", Samples, "--drain-delay", "2s"]);
        Assert.Equal("ok", await server.Health.GetStringAsync("/readyz"));
        server.Terminate();
        await Eventually.HoldsAsync(async () =>
        {
            using HttpResponseMessage ready = await server.Health.GetAsync("/readyz");
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        using HttpResponseMessage answer = await server.PostAsync("/mutate", Review);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ok", await server.Health.GetStringAsync("/livez"));
        Assert.Equal(0, await server.ExitAsync());
    }

    [Fact]
    public async Task What_is_under_way_when_the_delay_is_over_is_finished()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", Samples, "--drain-delay", "0s"]);
        using HeldContent body = new(Review);
        Task<HttpResponseMessage> answering = server.Client.PostAsync("/mutate", body);
        await body.Begun;
        await Eventually.HoldsAsync(async () => (await server.Health.GetStringAsync("/metrics")).Contains("webhooks_admission_requests_in_flight 1\n", StringComparison.Ordinal));
        server.Terminate();
        await Eventually.HoldsAsync(async () => !await ConnectsAsync(server.Port));
        body.GoOn();
        using HttpResponseMessage answer = await answering;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await server.ExitAsync());
    }

    [Fact]
    public async Task What_never_ends_is_cut_off_after_the_shutdown_timeout()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", Samples, "--drain-delay", "0s", "--shutdown-timeout", "1s"]);
        using HeldContent body = new(Review);
        Task<HttpResponseMessage> answering = server.Client.PostAsync("/mutate", body);
        await body.Begun;
        await Eventually.HoldsAsync(async () => (await server.Health.GetStringAsync("/metrics")).Contains("webhooks_admission_requests_in_flight 1\n", StringComparison.Ordinal));
        server.Terminate();
        Assert.Equal(0, await server.ExitAsync());
        body.GoOn();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answering);
    }

    [Fact]
    public async Task A_probe_that_is_never_asked_to_its_end_does_not_hold_up_the_end()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", Samples, "--drain-delay", "0s"]);
        using TcpClient prober = new();
        await prober.ConnectAsync(IPAddress.Loopback, server.Health.BaseAddress!.Port);
        await prober.GetStream().WriteAsync("GET /livez HTTP/1.1\r\n"u8.ToArray());
        await server.Health.GetStringAsync("/livez");
        server.Terminate();
        Assert.Equal(0, await server.ExitAsync());
    }

    [Fact]
    public async Task A_second_SIGTERM_ends_it_at_once()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", Samples, "--drain-delay", "1h", "--shutdown-timeout", "2h"]);
        server.Terminate();
        await Eventually.HoldsAsync(async () =>
        {
            using HttpResponseMessage ready = await server.Health.GetAsync("/readyz");
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        server.Terminate();
        Assert.Equal(143, await server.ExitAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_and_exit_code_2()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        CommandResult result = await Task.Run(() => Serve("--bind-address", "127.0.0.1", "--health-port", "0", "--port", port, "--tls-self-signed", _folder.Path, "--templates", Samples));
        Assert.Equal((2, "", $"error: --port {port}: in use by another process; choose a free port\n"), (result.ExitCode, result.Output, result.Errors));
    }

    [Theory]
    [InlineData("error: no templates to serve: give --templates DIR, or --kubeconfig FILE for those of a cluster; a pod with its ServiceAccount's token needs neither", "--tls-self-signed", "tls")]
    [InlineData("error: --templates reads a folder and --kubeconfig a cluster: leave out one of them", "--templates", "t", "--tls-self-signed", "y", "--kubeconfig", "k")]
    [InlineData("error: --context chooses within a kubeconfig file: it needs --kubeconfig", "--templates", "t", "--tls-self-signed", "y", "--context", "c")]
    [InlineData("error: no certificate to serve with: give --tls-cert and --tls-key, or --tls-self-signed DIR to try things out", "--templates", "t")]
    [InlineData("error: --tls-self-signed makes its own certificate: leave out either it or --tls-cert and --tls-key", "--templates", "t", "--tls-cert", "x", "--tls-self-signed", "y")]
    [InlineData("error: --namespace-prefix: 'people.' is no prefix such as user-: must not contain dots", "--templates", "t", "--tls-self-signed", "y", "--namespace-prefix", "people.")]
    [InlineData("error: --namespace-prefix: 'kube-': names that begin with kube- are the cluster's own; take another prefix", "--templates", "t", "--tls-self-signed", "y", "--namespace-prefix", "kube-")]
    [InlineData("error: --client-name chooses among verified clients: it needs --client-ca", "--templates", "t", "--tls-self-signed", "y", "--client-name", "a")]
    [InlineData("error: --tls-san names what a self-signed certificate is for: it needs --tls-self-signed", "--templates", "t", "--tls-cert", "x", "--tls-san", "a")]
    [InlineData("error: --port: must be 0 to 65535", "--templates", "t", "--tls-self-signed", "y", "--port", "65536")]
    [InlineData("error: --bind-address: 'here' is no IP address", "--templates", "t", "--tls-self-signed", "y", "--bind-address", "here")]
    [InlineData("error: --drain-delay: '5' is no duration from 0s to 24h, such as 500ms, 60s or 15m", "--templates", "t", "--tls-self-signed", "y", "--drain-delay", "5")]
    [InlineData("error: --shutdown-timeout: '2000h' is no duration from 0s to 24h, such as 500ms, 60s or 15m", "--templates", "t", "--tls-self-signed", "y", "--shutdown-timeout", "2000h")]
    [InlineData("error: --max-body: '0' is no size from 1024 to 1073741824 bytes, such as 8Mi", "--templates", "t", "--tls-self-signed", "y", "--max-body", "0")]
    [InlineData("error: --log-level: 'loud' is none of trace, debug, info, warn, error", "--templates", "t", "--tls-self-signed", "y", "--log-level", "loud")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string error, params string[] arguments)
    {
        CommandResult result = Serve(arguments);
        Assert.Equal((2, "", $"{error}\nRun 'webhooks serve --help' for what it takes.\n"), (result.ExitCode, result.Output, result.Errors));
    }

    [Theory]
    [InlineData("--shutdown-timeout: must be longer than --drain-delay", "--drain-delay", "30s")]
    [InlineData("--port and --health-port must differ", "--health-port", "8443", "--port", "8443")]
    [InlineData("nowhere: no such file or folder", "--templates", "nowhere")]
    [InlineData("/nowhere: there is no such file; correct --kubeconfig", "--kubeconfig", "/nowhere")]
    [InlineData("nowhere: is not there; name a PEM file", "--client-ca", "nowhere")]
    public void What_can_not_be_is_one_line_and_exit_code_2(string error, params string[] arguments)
    {
        string[] templates = arguments.Any(argument => argument is "--templates" or "--kubeconfig") ? [] : ["--templates", Samples];
        string[] ports = arguments.Contains("--port") ? [] : ["--port", "0", "--health-port", "0"];
        CommandResult result = Serve(["--tls-self-signed", _folder.Path, .. ports, .. templates, .. arguments]);
        Assert.Equal((2, "", $"error: {error}\n"), (result.ExitCode, result.Output, result.Errors));
    }

    private static CommandResult Serve(params string[] arguments) => Executable.Run(["serve", .. arguments]);

    private static async Task<bool> ConnectsAsync(int port)
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
