using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Injection;

/// <summary>All rules of injection on one case after the other, on all processors.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count.</remarks>
public class InjectionSoak(ITestOutputHelper output)
{
    [Fact]
    public void Every_rule_holds_of_every_case()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 1000);
        int changed = 0;
        Parallel.For(0, count, i =>
        {
            int drawn = (seed + i) & int.MaxValue;
            InjectionCase one = InjectionCases.Draw(drawn);
            Interlocked.Add(ref changed, one.Result(one.Decide()) == one.Workload ? 0 : 1);
            foreach ((string rule, Func<InjectionCase, string?> problem) in InjectionRules.All)
            {
                if (problem(one) is { } found)
                {
                    throw new PropertyException($"{rule}: {found}\nrepeat: make soak-properties SEED={drawn} COUNT=1\n{one}");
                }
            }
        });
        output.WriteLine($"{count} cases from seed {seed}, each under {InjectionRules.All.Count} rules: {changed} changed");
        Assert.True(count < 100 || changed > count / 4, $"only {changed} of {count} cases were injected");
    }
}
