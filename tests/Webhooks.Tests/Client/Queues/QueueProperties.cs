using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Client.Queues;

/// <summary>Random histories of a queue, each step compared with a model.</summary>
/// <remarks>PROPERTY_SEED in the environment takes the place of the seed.</remarks>
public sealed class QueueProperties(ITestOutputHelper output)
{
    private const int Histories = 1000;
    private const int Steps = 150;

    [Fact]
    public void A_queue_does_what_its_model_does()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int handed = 0;
        for (int i = 0; i < Histories; i++)
        {
            int drawn = (seed + i) & int.MaxValue;
            using QueueHistory history = new(drawn);
            if (history.Play(Steps) is { } found)
            {
                throw new PropertyException($"{found}\nrepeat with PROPERTY_SEED={drawn}");
            }

            handed += history.Handed;
        }

        output.WriteLine($"{Histories} histories of {Steps} steps from seed {seed}: {handed} keys were handed out");
        Assert.True(handed > Histories * Steps / 20, $"only {handed} keys were handed out");
    }
}
