using Webhooks.Sandbox.Applying;
using Xunit;

namespace Webhooks.Tests.Sandbox.Applying;

public class OwnerNameTests
{
    [Theory]
    [InlineData("me", "kubectl/v1.32 (linux)", "me")]
    [InlineData("", "kubectl/v1.32 (linux)", "kubectl")]
    [InlineData("", "curl", "curl")]
    [InlineData("", "a\tb\u00a0c d/1", "abc d")]
    [InlineData("", "", "")]
    public void The_user_agent_stands_in_for_the_name(string fieldManager, string userAgent, string expected) =>
        Assert.Equal(expected, OwnerName.Of(fieldManager, userAgent));

    [Fact]
    public void A_long_user_agent_is_cut_between_characters() =>
        Assert.Equal(new string('x', 127), OwnerName.Of("", new string('x', 127) + "ü/1"));

    [Theory]
    [InlineData("", null, false, "")]
    [InlineData("", null, true, "fieldManager: Required value: is required for apply patch")]
    [InlineData("me", true, true, "")]
    [InlineData("me", false, false, "force: Forbidden: may not be specified for non-apply patch")]
    [InlineData("a\nb", null, false, "fieldManager: Invalid value: \"a\\nb\": invalid character U+000A (at position 1)")]
    [InlineData("ü\u200b", null, false, "fieldManager: Invalid value: \"ü\\u200b\": invalid character U+200B (at position 2)")]
    public void Options_are_checked_in_the_servers_words(string fieldManager, bool? force, bool isApply, string expected) =>
        Assert.Equal(expected, string.Join("; ", OwnerName.Problems(fieldManager, force, isApply)));

    [Theory]
    [InlineData(128, false)]
    [InlineData(129, true)]
    public void A_name_has_at_most_128_bytes(int length, bool isRefused)
    {
        string[] expected = isRefused ? ["fieldManager: Too long: may not be more than 128 bytes"] : [];
        Assert.Equal(expected, OwnerName.Problems(new string('m', length)).Select(problem => problem.ToString()));
    }
}
