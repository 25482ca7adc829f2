using System.Diagnostics.Tracing;
using Webhooks.Server.Logging;
using Webhooks.Server.Telemetry;
using Webhooks.Tests.Logging;
using Xunit;

namespace Webhooks.Tests.Telemetry;

public sealed class TelemetryTroubleTests
{
    [Fact]
    public void The_same_trouble_is_told_once_in_ten_minutes_in_one_line()
    {
        FixedTime time = new();
        string lines = WrittenLines.Of(LogFormat.Text, log =>
        {
            using TelemetryTrouble trouble = new(log, time);
            using ExampleSource source = new();
            source.Unreachable("refused\n   at System.Net");
            source.Unreachable("refused");
            source.Other("x");
            source.Fine();
            time.Now += TelemetryTrouble.Quiet - TimeSpan.FromTicks(1);
            source.Unreachable("still refused");
            time.Now += TimeSpan.FromTicks(1);
            source.Unreachable("refused again");
        });
        Assert.Equal(
            ["WRN telemetry: no collector: refused", "WRN telemetry: other x", "WRN telemetry: no collector: refused again"],
            lines.Split('\n')[..^1].Select(line => line[25..]));
    }

    [EventSource(Name = "OpenTelemetry-Example")]
    private sealed class ExampleSource : EventSource
    {
        [Event(1, Message = "no collector: {0}", Level = EventLevel.Error)]
        public void Unreachable(string why) => WriteEvent(1, why);

        [Event(2, Message = "other {0}", Level = EventLevel.Warning)]
        public void Other(string what) => WriteEvent(2, what);

        [Event(3, Message = "all is well", Level = EventLevel.Informational)]
        public void Fine() => WriteEvent(3);
    }
}
