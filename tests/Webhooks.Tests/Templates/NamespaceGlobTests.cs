using Webhooks.Admission.Templates;
using Xunit;

namespace Webhooks.Tests.Templates;

public class NamespaceGlobTests
{
    [Theory]
    [InlineData("*", "shop")]
    [InlineData("**", "shop")]
    [InlineData("shop", "shop")]
    [InlineData("sh?p", "shop")]
    [InlineData("team-*", "team-a")]
    [InlineData("team-*", "team-")]
    [InlineData("*-prod", "shop-prod-prod")]
    [InlineData("*a*b*", "xxaxxbxx")]
    [InlineData("a*b*c", "abbbc")]
    [InlineData("?*?", "ab")]
    public void Names_of_the_pattern(string glob, string name) => Assert.True(Block(glob).Allows(name));

    [Theory]
    [InlineData("shop", "shop-2")]
    [InlineData("shop", "my-shop")]
    [InlineData("shop", "")]
    [InlineData("sh?p", "shp")]
    [InlineData("team-*", "team")]
    [InlineData("*-prod", "shop-production")]
    [InlineData("a*b*c", "abb")]
    [InlineData("?*?", "a")]
    public void Names_of_another_pattern(string glob, string name) => Assert.False(Block(glob).Allows(name));

    [Fact]
    public void One_of_several_patterns_is_enough()
    {
        Assert.True(Block("a", "b*").Allows("bc"));
        Assert.False(Block("a", "b*").Allows("c"));
        Assert.True(InjectionBlock.Default.Allows("any"));
    }

    [Fact]
    public void Every_pattern_up_to_four_characters_agrees_with_the_definition()
    {
        string[] names = [.. Texts("ab", 4)];
        foreach (string glob in Texts("ab*?", 4))
        {
            Assert.All(names, name => Assert.True(NamespaceGlob.Matches(glob, name) == Defined(glob, name), $"{glob} {name}"));
        }
    }

    /// <summary>By a backtracking match this takes 2^30 steps.</summary>
    [Fact]
    public void Many_stars_are_no_burden() =>
        Assert.False(NamespaceGlob.Matches(string.Concat(Enumerable.Repeat("a*", 31)) + "b", new string('a', 63)));

    private static InjectionBlock Block(params string[] globs) => new() { Namespaces = globs };

    private static IEnumerable<string> Texts(string letters, int most) =>
        most == 0 ? [""] : Texts(letters, most - 1).SelectMany(text => text.Length == most - 1 ? letters.Select(letter => text + letter).Prepend(text) : [text]);

    private static bool Defined(string glob, string name) => glob switch
    {
        "" => name.Length == 0,
        ['*', ..] => Defined(glob[1..], name) || (name.Length > 0 && Defined(glob, name[1..])),
        _ => name.Length > 0 && (glob[0] == '?' || glob[0] == name[0]) && Defined(glob[1..], name[1..]),
    };
}
