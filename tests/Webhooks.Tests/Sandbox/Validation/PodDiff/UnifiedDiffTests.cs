using Webhooks.Sandbox.Validation.PodDiff;
using Xunit;

namespace Webhooks.Tests.Sandbox.Validation.PodDiff;

public sealed class UnifiedDiffTests
{
    [Theory]
    [InlineData("a b", "a b", "")]
    [InlineData("", "a b", "@@ -0,0 +1,2 @@|+a|+b|")]
    [InlineData("a b", "", "@@ -1,2 +0,0 @@|-a|-b|")]
    [InlineData("a", "b", "@@ -1 +1 @@|-a|+b|")]
    [InlineData("1 2 3 4 5 6 7 8 9", "1 2 3 4 X 6 7 8 9", "@@ -2,7 +2,7 @@| 2| 3| 4|-5|+X| 6| 7| 8|")]
    [InlineData("1 2 3 4 5 6 7 8 9", "0 1 2 3 4 5 6 7 8 9", "@@ -1,3 +1,4 @@|+0| 1| 2| 3|")]
    [InlineData("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8", "@@ -6,4 +6,3 @@| 6| 7| 8|-9|")]
    [InlineData("{ a } { b }", "{ a } { c } { b }", "@@ -2,5 +2,8 @@| a| }| {|+c|+}|+{| b| }|")]
    public void A_difference_shows_three_lines_around_it(string before, string after, string difference) =>
        Assert.Equal(difference.Replace('|', '\n'), UnifiedDiff.Of(Lines(before), Lines(after)));

    [Fact]
    public void Changes_share_a_hunk_up_to_six_lines_apart()
    {
        string[] before = Numbers(20);
        string[] after = [.. before];
        after[0] = "x\n";
        after[7] = "y\n";
        after[15] = "z\n";
        Assert.Equal(
            "@@ -1,11 +1,11 @@\n-0\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n-7\n+y\n 8\n 9\n 10\n@@ -13,7 +13,7 @@\n 12\n 13\n 14\n-15\n+z\n 16\n 17\n 18\n",
            UnifiedDiff.Of(before, after));
    }

    [Fact]
    public void Lines_that_a_long_text_is_full_of_do_not_start_a_run()
    {
        string[] before = [.. Enumerable.Range(0, 300).Select(index => index % 2 == 0 ? "{\n" : "}\n")];
        string[] after = [.. before[..100], "{\n", .. before[100..]];
        string difference = UnifiedDiff.Of(before, after);
        Assert.StartsWith("@@ -99,202 +99,203 @@\n {\n }\n {\n-}\n-{\n", difference, StringComparison.Ordinal);
        Assert.Equal(403, difference.Count(character => character == '\n'));
    }

    private static string[] Lines(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word + "\n")];

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(number => $"{number}\n")];
}
