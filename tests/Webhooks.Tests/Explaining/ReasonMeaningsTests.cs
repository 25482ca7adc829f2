using Webhooks.Admission.Injection;
using Xunit;

namespace Webhooks.Tests.Explaining;

public sealed class ReasonMeaningsTests
{
    public static TheoryData<InjectionReason> Reasons => [.. Enum.GetValues<InjectionReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_has_a_meaning_of_its_own_in_a_clause(InjectionReason reason)
    {
        ReasonMeaning meaning = ReasonMeanings.Of(reason);
        Assert.All((string[])[meaning.What, meaning.Remedy ?? meaning.What], clause =>
        {
            Assert.Matches(@"^[^\s.|][^\n|]*[^\s.|]$", clause);
            Assert.True(char.IsLower(clause[0]), clause);
            Assert.Equal(0, clause.Count(next => next == '`') % 2);
        });
        Assert.Single(Enum.GetValues<InjectionReason>(), other => ReasonMeanings.Of(other).What == meaning.What);
    }

    [Fact]
    public void Annotations_are_named_under_the_prefix_in_use()
    {
        ReasonMeaning meaning = ReasonMeanings.Of(InjectionReason.NotRequested, new AnnotationNames("inject.example.com/"));
        Assert.Contains("`inject.example.com/<template>: \"true\"`", meaning.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_reason_has_no_meaning() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReasonMeanings.Of((InjectionReason)(-1)));
}
