using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Client.Watching;

/// <summary>Random histories of a server at which everything goes wrong, reflected: whenever a watch has told all, the sink has what the server has.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count.</remarks>
public sealed class WatchHistories(ITestOutputHelper output)
{
    private const int Steps = 60;

    [Fact]
    public void R5_R6_R10_R13_R14_a_reflector_shows_what_its_server_has()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 100);
        (int requests, int lists, int events) = (0, 0, 0);
        for (int i = 0; i < count; i++)
        {
            int drawn = (seed + i) & int.MaxValue;
            using WatchHistory history = new(drawn);
            if (history.Play(Steps) is { } found)
            {
                throw new PropertyException($"{found}\nrepeat with PROPERTY_SEED={drawn}");
            }

            (requests, lists, events) = (requests + history.Requests, lists + history.Lists, events + history.Events);
        }

        output.WriteLine($"{count} histories of {Steps} steps from seed {seed}: {requests} requests, {lists} lists, {events} events");
        Assert.InRange(requests, 3 * count, 100 * count);
        Assert.True(lists > count && events > 5 * count, "little has happened");
    }
}
