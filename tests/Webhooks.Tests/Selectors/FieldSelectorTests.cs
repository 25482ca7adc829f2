using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Selectors;
using Xunit;

namespace Webhooks.Tests.Selectors;

public class FieldSelectorTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("metadata.name=minikube,spec.nodeName!=x", "metadata.name=minikube,spec.nodeName!=x")]
    [InlineData("b=2,a==1", "a=1,b=2")]
    [InlineData(",a=1,,", "a=1")]
    [InlineData("a=", "a=")]
    [InlineData("a!=", "a!=")]
    [InlineData("=b", "=b")]
    [InlineData(@"a=\=\,\\", @"a=\=\,\\")]
    [InlineData("a=b!c", "a=b!c")]
    [InlineData("a = b ", "a = b ")]
    public void A_selector_is_read_and_put_in_order(string text, string canonical)
    {
        FieldSelector selector = FieldSelector.Parse(text);

        Assert.Equal(canonical, selector.ToString());
        Assert.Equal(selector, FieldSelector.Parse(canonical));
        Assert.Equal(canonical.Length == 0, selector.IsEmpty);
    }

    [Theory]
    [InlineData("x", "invalid selector: 'x'; can't understand 'x'")]
    [InlineData("x=a,b", "invalid selector: 'x=a,b'; can't understand 'b'")]
    [InlineData("x in (a)", "invalid selector: 'x in (a)'; can't understand 'x in (a)'")]
    [InlineData("x==a==b", "invalid field selector: unescaped character in value: 61")]
    [InlineData("x=a||y=b", "invalid field selector: unescaped character in value: 61")]
    [InlineData(@"x=\a", @"invalid field selector: invalid escape sequence: \a")]
    [InlineData(@"x=\😀", @"invalid field selector: invalid escape sequence: \😀")]
    [InlineData(@"x=a\", @"invalid field selector: invalid escape sequence: \")]
    public void What_is_no_selector_is_refused_in_the_words_of_Go(string text, string expected)
    {
        Assert.False(FieldSelector.TryParse(text, out FieldSelector? selector, out string? error));
        Assert.Null(selector);
        Assert.Equal(expected, error);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => FieldSelector.Parse(text)).Message);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("metadata.name=minikube", true)]
    [InlineData("metadata.name=other", false)]
    [InlineData("metadata.name!=other", true)]
    [InlineData("metadata.name!=minikube", false)]
    [InlineData("metadata.name=minikube,spec.nodeName=", true)]
    [InlineData("spec.nodeName!=", false)]
    [InlineData(@"status.note=\=a\,b\\", true)]
    public void Fields_fit_or_do_not_and_an_absent_one_is_empty(string selector, bool expected)
    {
        Dictionary<string, string> fields = new() { ["metadata.name"] = "minikube", ["status.note"] = @"=a,b\" };

        Assert.Equal(expected, FieldSelector.Parse(selector).Matches(fields.GetValueOrDefault));
    }

    [Theory]
    [InlineData("a=b", "b")]
    [InlineData("c!=d,a=b", "b")]
    [InlineData("a=", "")]
    [InlineData("a!=b", null)]
    [InlineData("c=d", null)]
    public void The_one_value_that_can_match_is_told(string selector, string? expected)
    {
        Assert.Equal(expected is not null, FieldSelector.Parse(selector).TryGetExactValue("a", out string? value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void Any_value_survives_being_printed_and_read()
    {
        Arbitrary<string> values = Gen.Elements(@"ab\\,,==!. é".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        Prop.ForAll(values, value =>
        {
            FieldSelector selector = FieldSelector.Of(new FieldTerm("f", true, value));
            return FieldSelector.Parse(selector.ToString()).Equals(selector) && selector.Matches(_ => value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(1964, 11));
    }
}
