using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Webhooks.Server.Serving;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

public sealed class WebServerTests
{
    /// <summary>.NET's host would cut a stop off after 30 s, whatever its caller's token says.</summary>
    [Fact]
    public async Task How_long_a_stop_may_take_is_its_caller_s_to_say()
    {
        using BoundPort port = BoundPort.Take(IPAddress.Loopback, 0, "--port");
        await using WebApplication server = WebServer.Create(port, _ => { }, _ => { }, NullLoggerFactory.Instance);
        Assert.Equal(Timeout.InfiniteTimeSpan, server.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
