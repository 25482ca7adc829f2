using System.Buffers;
using System.Text;
using Webhooks.Admission.Reviews;
using Webhooks.Server.Metrics;
using Webhooks.Shared.Exposition;
using Webhooks.Shared.Golden;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Metrics;

public sealed class PromtoolTests(ITestOutputHelper log)
{
    [Fact]
    public void Promtool_finds_nothing_to_complain_of()
    {
        MetricRegistry registry = new();
        AdmissionMetrics metrics = new(registry);
        ProcessMetrics.Register(registry, "1.2.3");
        RuntimeMetrics.Register(registry);
        registry.Gauge("hostile_info", "Help with \\ and \n and \".", ["text"], () => [new Sample(1, "a\\b\n\"c\"} 1"), new Sample(double.NaN, "é")]);
        metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromMilliseconds(1));
        metrics.Record("mutate/defaults", null, "error", "too-large", TimeSpan.FromMilliseconds(1));
        ArrayBufferWriter<byte> output = new();
        PrometheusText.Write(output, registry.Families, ExpositionFormat.Text);
        string text = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Empty(ExpositionRules.Check(ExpositionReader.Read(text, isOpenMetrics: false), isOpenMetrics: false));

        if (!Tool.TryRun("promtool", text, out CommandResult promtool, "check", "metrics"))
        {
            log.WriteLine("There is no promtool on the PATH: not asked.");
            return;
        }

        Assert.Equal(new CommandResult(0, "", ""), promtool);
    }
}
