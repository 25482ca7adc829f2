using Webhooks.Server.Certificates;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class IssuingPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);
    private static readonly ObservedAuthority GoodAuthority = new(new(Now.AddDays(-100), Now.AddYears(9)), CanSign: true);
    private static readonly ObservedLeaf GoodLeaf = new(new(Now.AddDays(-10), Now.AddDays(80)), ["localhost", "a.example", "::1"], IsOfAuthority: true);

    [Fact]
    public void Nothing_is_done_when_all_is_well() => Assert.Equal([], Plan(GoodAuthority, GoodLeaf));

    [Fact]
    public void Both_are_issued_into_an_empty_folder_the_ca_first() =>
        Assert.Equal(
            ["CA: there is none that can be used", "leaf: there is none that can be used"],
            Plan(null, null));

    [Fact]
    public void A_missing_leaf_is_issued_by_the_ca_there_is() =>
        Assert.Equal(["leaf: there is none that can be used"], Plan(GoodAuthority, null));

    [Fact]
    public void A_leaf_of_another_ca_is_replaced() =>
        Assert.Equal(["leaf: it is not of this CA"], Plan(GoodAuthority, GoodLeaf with { IsOfAuthority = false }));

    [Fact]
    public void A_leaf_whose_ca_is_gone_is_replaced_with_it() =>
        Assert.Equal(
            ["CA: there is none that can be used", "leaf: it is not of this CA"],
            Plan(null, GoodLeaf));

    [Theory]
    [InlineData(60, false)] // a third of 90 days is left
    [InlineData(60.01, true)]
    [InlineData(89.9, true)]
    public void A_leaf_is_renewed_when_less_than_a_third_of_its_life_is_left(double age, bool renewed)
    {
        ObservedLeaf leaf = GoodLeaf with { Validity = new(Now.AddDays(-age), Now.AddDays(90 - age)) };
        Assert.Equal(renewed ? ["leaf: less than a third of its life is left"] : [], Plan(GoodAuthority, leaf));
    }

    [Theory]
    [InlineData(-91, -1)]
    [InlineData(1, 91)] // the clock was put back
    public void A_leaf_that_is_not_valid_now_is_renewed(int notBefore, int notAfter) =>
        Assert.Equal(
            ["leaf: it is not valid now"],
            Plan(GoodAuthority, GoodLeaf with { Validity = new(Now.AddDays(notBefore), Now.AddDays(notAfter)) }));

    [Fact]
    public void A_leaf_that_lacks_names_is_renewed_and_one_that_has_more_is_not()
    {
        IssuingStep.Leaf renewed = Assert.IsType<IssuingStep.Leaf>(Assert.Single(PlanFor("localhost", "b.example", "192.0.2.7")));
        Assert.Equal("it is not for b.example, 192.0.2.7", renewed.Reason);
        Assert.Empty(PlanFor("::1"));
    }

    [Fact]
    public void Two_that_want_different_names_come_to_rest()
    {
        IssuingStep.Leaf renewed = Assert.IsType<IssuingStep.Leaf>(Assert.Single(PlanFor("localhost", "b.example")));
        Assert.Equal(["localhost", "b.example", "a.example", "::1"], renewed.Names);
        ObservedCertificates both = new(GoodAuthority, GoodLeaf with { Names = renewed.Names });
        Assert.Empty(IssuingPlan.Plan(both, ["localhost", "b.example"], Lifetime, Now));
        Assert.Empty(IssuingPlan.Plan(both, GoodLeaf.Names, Lifetime, Now));
    }

    [Fact]
    public void Names_are_not_gathered_for_ever()
    {
        string[] many = [.. Enumerable.Range(0, IssuingPlan.MaxNames).Select(index => $"host-{index}")];
        ObservedLeaf leaf = GoodLeaf with { Names = many };
        IssuingStep.Leaf renewed = Assert.IsType<IssuingStep.Leaf>(Assert.Single(IssuingPlan.Plan(new(GoodAuthority, leaf), ["b.example"], Lifetime, Now)));
        Assert.Equal(["b.example"], renewed.Names);
    }

    [Fact]
    public void A_renewal_in_time_is_for_the_names_wanted_now()
    {
        ObservedLeaf leaf = GoodLeaf with { Validity = new(Now.AddDays(-80), Now.AddDays(10)) };
        IssuingStep.Leaf renewed = Assert.IsType<IssuingStep.Leaf>(Assert.Single(IssuingPlan.Plan(new(GoodAuthority, leaf), ["localhost"], Lifetime, Now)));
        Assert.Equal(["localhost"], renewed.Names);
    }

    [Fact]
    public void A_ca_that_cannot_sign_stays_while_its_leaf_is_good() =>
        Assert.Equal([], Plan(GoodAuthority with { CanSign = false }, GoodLeaf));

    [Fact]
    public void A_ca_that_cannot_sign_is_replaced_when_its_leaf_is_due() =>
        Assert.Equal(
            ["CA: its private key is missing or another's", "leaf: there is none that can be used"],
            Plan(GoodAuthority with { CanSign = false }, null));

    [Theory]
    [InlineData(90, false)]
    [InlineData(89, true)]
    public void A_ca_is_replaced_when_a_new_leaf_would_outlast_it(int left, bool replaced)
    {
        ObservedAuthority authority = GoodAuthority with { Validity = new(Now.AddYears(-9), Now.AddDays(left)) };
        Assert.Equal(replaced, Plan(authority, null)[0] == "CA: it would not outlast a certificate that it issues");
    }

    [Fact]
    public void An_expired_ca_takes_its_leaf_along() =>
        Assert.Equal(
            ["CA: it would not outlast a certificate that it issues", "leaf: it is not valid now"],
            Plan(GoodAuthority with { Validity = new(Now.AddYears(-10), Now.AddDays(-1)) }, GoodLeaf));

    [Fact]
    public void A_ca_of_the_future_is_replaced() =>
        Assert.Equal(
            ["CA: it is not valid yet", "leaf: it is not valid now"],
            Plan(GoodAuthority with { Validity = new(Now.AddDays(1), Now.AddYears(10)) }, GoodLeaf));

    private static string[] Plan(ObservedAuthority? authority, ObservedLeaf? leaf) =>
    [
        .. IssuingPlan.Plan(new(authority, leaf), ["localhost", "a.example"], Lifetime, Now)
            .Select(step => $"{(step is IssuingStep.Authority ? "CA" : "leaf")}: {step.Reason}"),
    ];

    private static IReadOnlyList<IssuingStep> PlanFor(params string[] names) => IssuingPlan.Plan(new(GoodAuthority, GoodLeaf), names, Lifetime, Now);
}
