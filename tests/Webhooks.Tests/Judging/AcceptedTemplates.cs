using Webhooks.Admission.Injection;
using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Judging;

/// <summary>A template that lint accepts never yields a pod that the API server refuses.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count.</remarks>
public sealed class AcceptedTemplates(ITestOutputHelper output)
{
    [Fact]
    public void A_pod_that_was_fine_is_fine_with_what_accepted_templates_bring()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 1500);
        int changed = 0;
        int damaged = 0;
        int refused = 0;
        Parallel.For(0, count, i =>
        {
            int drawn = (seed + i) & int.MaxValue;
            (InjectionCase one, int hurt, int lost) = AcceptedCases.Draw(drawn);
            Interlocked.Add(ref damaged, hurt);
            Interlocked.Add(ref refused, lost);
            if (one.Decide() is InjectionDecision.Changed decision)
            {
                Interlocked.Increment(ref changed);
                IReadOnlyList<string> violations = PodRules.Violations(one.Apply(decision.Patch), one.PathOfPod);
                if (violations.Count > 0)
                {
                    throw new PropertyException($"{string.Join("; ", violations)}\nrepeat: make soak-accepted SEED={drawn} COUNT=1\n{one}\n{decision.Patch}");
                }
            }
        });
        output.WriteLine($"{count} workloads from seed {seed}: {changed} injected; of {damaged} damaged draws {refused} were refused");
        Assert.True(count < 100 || (changed > count / 2 && refused > damaged / 5 && damaged > count / 2), $"{count}, {changed}, {damaged}, {refused}");
    }
}
