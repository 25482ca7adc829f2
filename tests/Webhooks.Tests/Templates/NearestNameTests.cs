using Webhooks.Admission.Templates;
using Xunit;

namespace Webhooks.Tests.Templates;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("agnet", "agent")] // swapped
    [InlineData("gaent", "agent")]
    [InlineData("AGETN", "agent")]
    [InlineData("agnt", "agent")] // left out
    [InlineData("agenda", "agent", false)]
    [InlineData("anget", "agent", false)] // moved by two
    [InlineData("angte", "agent", false)] // two swaps
    [InlineData("neagt", "agent", false)]
    [InlineData("ba", "ab")]
    [InlineData("ca", "abc", false)] // a letter between the swapped ones: three edits
    [InlineData("", "a")]
    public void Swapped_neighbours_are_one_edit(string name, string meant, bool isNear = true)
    {
        Assert.Equal(isNear, NearestName.IsWithin(1, name, meant));
        Assert.Equal(isNear, NearestName.IsWithin(1, meant, name));
    }

    [Fact]
    public void The_nearest_is_found() => Assert.Equal("agent", NearestName.Find("agnet", ["aget", "agent", "magnet2"]));

    [Fact]
    public void Swapped_letters_of_a_short_name_are_a_slip() => Assert.Equal("; did you mean \"dns\"?", NearestName.Hint("dsn", ["dns", "logs"]));
}
