using System.Diagnostics;
using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Client.Caching;

/// <summary>Random histories of an informer and of handlers that come and go, each step compared with a model.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and of the count of steps.</remarks>
public sealed class InformerSoak(ITestOutputHelper output)
{
    private const int Steps = 100;

    [Fact]
    public async Task R4_S3_S4_S12_an_informer_and_its_handlers_come_to_what_the_model_comes_to()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int histories = (int)(PropertyRun.Setting("PROPERTY_COUNT", 20_000) / Steps);
        long heard = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < histories; i++)
        {
            int drawn = (seed + i) & int.MaxValue;
            await using InformerHistory history = new(drawn);
            if (await history.PlayAsync(Steps) is { } found)
            {
                throw new PropertyException($"{found}\nrepeat with PROPERTY_SEED={drawn} PROPERTY_COUNT={Steps}");
            }

            heard += history.Heard;
        }

        output.WriteLine($"{histories} histories of {Steps} steps from seed {seed} in {watch.Elapsed.TotalSeconds:0.0} s: handlers heard {heard} calls");
        Assert.True(histories < 50 || heard > histories * Steps, $"only {heard} calls were heard");
    }
}
