using System.Globalization;
using System.Net;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Serving;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

public sealed class BoundPortTests
{
    [Fact]
    public void A_port_that_somebody_has_taken_and_not_yet_served_can_not_be_had()
    {
        using BoundPort first = BoundPort.Take(IPAddress.Loopback, 0, "--port");
        CommandException failure = Assert.Throws<CommandException>(() => BoundPort.Take(IPAddress.Loopback, first.Number, "--health-port"));
        Assert.Equal(
            [string.Create(CultureInfo.InvariantCulture, $"--health-port {first.Number}: in use by another process; choose a free port")], failure.Problems);
    }
}
