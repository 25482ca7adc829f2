using System.Diagnostics;
using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Client.Leases;

/// <summary>Candidates for one Lease, each with a clock of its own, amid all that goes wrong between processes.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count. A seed is a schedule, to the last event.</remarks>
public sealed class ElectionSoak(ITestOutputHelper output)
{
    [Fact]
    public void L1_at_most_one_leads_in_any_schedule_and_one_does_in_peace()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 100);
        (int terms, int lost, int refused) = (0, 0, 0);
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < count; i++)
        {
            int drawn = (seed + i) & int.MaxValue;
            SimulatedWorld world = Play(drawn, ElectionSimulation.Allowed);
            if (world.Problem is { } problem)
            {
                throw new PropertyException($"{problem}, after:\n{world.Log}\nrepeat with PROPERTY_SEED={drawn} PROPERTY_COUNT=1");
            }

            (terms, lost, refused) = (terms + world.Terms, lost + world.Lost, refused + world.Refused);
        }

        output.WriteLine($"{count} schedules from seed {seed} in {watch.Elapsed.TotalSeconds:0.0} s: {terms} terms, {lost} of them lost, {refused} requests refused");
        Assert.True(count < 20 || (terms > 3 * count && lost > count && refused > count / 2), $"{terms} terms, {lost} lost, {refused} refused: too few");
    }

    [Fact]
    public void Clocks_that_differ_by_more_than_the_options_allow_make_two_lead_and_that_is_seen() =>
        Assert.Contains(Enumerable.Range(0, 100), seed => Play(seed, (0.3, 3)).Problem?.EndsWith(" lead", StringComparison.Ordinal) == true);

    [Fact]
    public void A_seed_is_a_schedule_to_the_last_event() =>
        Assert.Equal(Play(1, ElectionSimulation.Allowed).Log, Play(1, ElectionSimulation.Allowed).Log);

    private static SimulatedWorld Play(int seed, (double Slowest, double Fastest) rates)
    {
        SimulatedWorld? world = null;
        InlineThread.Run(() => world = ElectionSimulation.Play(seed, rates));
        return world!;
    }
}
