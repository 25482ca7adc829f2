using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Xunit;

namespace Webhooks.Tests.Selectors;

public class LabelSelectorMatchingTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "x=y", true)]
    [InlineData("x=y", "x=y", true)]
    [InlineData("x=y", "x=z", false)]
    [InlineData("x=y", "", false)]
    [InlineData("x=y,z=w", "x=y,z=w", true)]
    [InlineData("x=y,z=w", "x=w,z=w", false)]
    [InlineData("x!=y", "x=z", true)]
    [InlineData("x!=y", "x=y", false)]
    [InlineData("x!=y", "", true)]
    [InlineData("notin=in", "notin=in", true)]
    [InlineData("x", "x=", true)]
    [InlineData("x", "y=z", false)]
    [InlineData("!x", "y=z", true)]
    [InlineData("!x", "x=z", false)]
    [InlineData("x in (a,b)", "x=b", true)]
    [InlineData("x in (a,b)", "x=c", false)]
    [InlineData("x in (a,b)", "", false)]
    [InlineData("x notin (a,b)", "x=c", true)]
    [InlineData("x notin (a,b)", "x=a", false)]
    [InlineData("x notin (a,b)", "", true)]
    [InlineData("x=", "x=", true)]
    [InlineData("x=", "", false)]
    [InlineData("x>1", "x=2", true)]
    [InlineData("x>1", "x=1", false)]
    [InlineData("x>1", "x=a", false)]
    [InlineData("x<1", "x=0", true)]
    [InlineData("x<1", "", false)]
    [InlineData("x>1", "x=99999999999999999999", false)]
    public void Labels_fit_or_do_not(string selector, string labels, bool expected)
    {
        LabelSelector parsed = LabelSelector.Parse(selector);
        Dictionary<string, string> given = Labels(labels);
        string json = string.Join(',', given.Select(label => $"\"{label.Key}\":\"{label.Value}\""));

        Assert.Equal(expected, parsed.Matches(given));
        Assert.Equal(expected, parsed.Matches(JsonTree.Parse($"{{{json}}}").Root));
    }

    [Fact]
    public void Nothing_matches_nothing_and_everything_even_no_labels()
    {
        Assert.True(LabelSelector.Everything.Matches((IReadOnlyDictionary<string, string>?)null));
        Assert.True(LabelSelector.Everything.Matches(default(JsonValue)));
        Assert.True(LabelSelector.Everything.IsEmpty);
        Assert.False(LabelSelector.Nothing.Matches(Labels("a=b")));
        Assert.False(LabelSelector.Nothing.Matches(default(JsonValue)));
        Assert.False(LabelSelector.Nothing.IsEmpty);
        Assert.NotEqual(LabelSelector.Everything, LabelSelector.Nothing);
    }

    [Theory]
    [InlineData("a=b", "b")]
    [InlineData("a==b,c", "b")]
    [InlineData("a in (b)", "b")]
    [InlineData("a in (b,c)", null)]
    [InlineData("a!=b", null)]
    [InlineData("c=d", null)]
    public void The_one_value_that_can_match_is_told(string selector, string? expected)
    {
        Assert.Equal(expected is not null, LabelSelector.Parse(selector).TryGetExactValue("a", out string? value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void A_selector_of_labels_matches_what_has_them_all()
    {
        LabelSelector selector = LabelSelector.FromLabels(Labels("b=2,a=1"));

        Assert.Equal("a=1,b=2", selector.ToString());
        Assert.True(selector.Matches(Labels("a=1,b=2,c=3")));
        Assert.False(selector.Matches(Labels("a=1")));
    }

    [Fact]
    public void What_a_selector_prints_parses_to_an_equal_one_that_decides_the_same()
    {
        Gen<string> values = Gen.Elements("", "a", "b", "c1", "-1", "7");
        Gen<LabelRequirement> requirements =
            from key in Gen.Elements("a", "b", "example.com/c")
            from comparison in Gen.Elements(Enum.GetValues<LabelOperator>())
            from chosen in values.NonEmptyListOf()
            let count = comparison is LabelOperator.In or LabelOperator.NotIn ? chosen.Count
                : comparison is LabelOperator.Exists or LabelOperator.DoesNotExist ? 0 : 1
            let created = LabelRequirement.TryCreate(key, comparison, [.. chosen.Take(count).Distinct()], out LabelRequirement? requirement, out _)
                ? requirement
                : null
            where created is not null
            select created;
        Gen<Dictionary<string, string>> labels =
            from a in values
            from b in values
            from keys in Gen.Choose(0, 2)
            select new (string Key, string Value)[] { ("a", a), ("example.com/c", b) }.Take(keys).ToDictionary();

        Prop.ForAll(requirements.ListOf().Zip(labels).ToArbitrary(), pair =>
        {
            LabelSelector selector = LabelSelector.Of(pair.Item1);
            LabelSelector again = LabelSelector.Parse(selector.ToString());
            return again.Equals(selector)
                && again.GetHashCode() == selector.GetHashCode()
                && again.Matches(pair.Item2) == selector.Matches(pair.Item2)
                && selector.Matches(pair.Item2) == pair.Item1.All(one => one.Matches(pair.Item2.GetValueOrDefault(one.Key)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(1964, 7));
    }

    [Fact]
    public void Any_text_gives_a_selector_or_an_error()
    {
        Arbitrary<string> texts = Gen.Elements("a", "b", "in", "notin", " ", ",", "(", ")", "=", "!", "<", ">", "1", "-", "\0", "é", "/")
            .ListOf()
            .Select(string.Concat)
            .ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            bool parsed = LabelSelector.TryParse(text, out LabelSelector? selector, out string? error);
            return parsed ? LabelSelector.Parse(selector!.ToString()).Equals(selector) : !string.IsNullOrEmpty(error);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(1964, 9));
    }

    private static Dictionary<string, string> Labels(string text)
    {
        return text.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(label => label.Split('='))
            .ToDictionary(parts => parts[0], parts => parts[1]);
    }
}
