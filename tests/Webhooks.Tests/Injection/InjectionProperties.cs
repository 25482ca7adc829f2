using Webhooks.Admission.Merging;
using Webhooks.Admission.Pods;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Injection;

/// <summary>The rules of injection on cases drawn by FsCheck, which makes a failing one smaller.</summary>
public class InjectionProperties(ITestOutputHelper output)
{
    public static TheoryData<string> Rules { get; } = [.. InjectionRules.All.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_holds_of_every_case(string rule) => PropertyRun.Check(InjectionRules.All[rule]);

    [Fact]
    public void An_object_of_any_other_form_gives_a_decision_or_the_declared_error() => PropertyRun.Check(
        one =>
        {
            try
            {
                one.Result(one.Decide());
            }
            catch (ObjectFormatException)
            {
                // Declared.
            }

            return null;
        },
        InjectionCases.AnyMalformed);

    [Fact]
    public void The_cases_reach_what_they_should_prove()
    {
        InjectionTally tally = new();
        PropertyRun.Check(one =>
        {
            tally.Add(one);
            return one.Load().Problems is [{ } problem, ..] ? problem.ToString() : null;
        });
        output.WriteLine(tally.ToString());
        Assert.True(tally.Share("changed") > 30 && tally.Share("fine") > 30 && tally.Share("collision") > 15 && tally.Share("merged") > 10, tally.ToString());
        Assert.All(["Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"], kind => Assert.True(tally.Share(kind) > 7, tally.ToString()));
        Assert.All(
            ["shared", "was", "several", "already-injected", "nothing-to-add", "opted-out", "invalid-value", "template-missing", "not-requested"],
            sort => Assert.True(tally.Share(sort) > 1, tally.ToString()));
        Assert.All(
            ["native", "first", "every", "every-init", "raised", "conflict", "denied", "host-network", "os-mismatch", "volume-missing", "native-unsupported", "namespace-not-allowed"],
            sort => Assert.True(tally.Share(sort) > 0.8, tally.ToString()));
        Assert.All(PodShapes.Brought, field => Assert.True(tally.Share(field) > 1.5, tally.ToString()));
    }
}
