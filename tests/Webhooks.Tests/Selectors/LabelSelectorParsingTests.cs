using Webhooks.Resources.Selectors;
using Xunit;

namespace Webhooks.Tests.Selectors;

public class LabelSelectorParsingTests
{
    private const string Name =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    private const string Value =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    /// <summary>What <c>kubectl create pdb --selector</c> makes of a text, put in one line as Go prints it; <c>(b,,)</c> since 1.35.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("a=b,c!=d,e in (f,g),!h,i", "a=b,c!=d,e in (f,g),!h,i")]
    [InlineData("i,!h,e in (g,f,g),c!=d,a=b", "a=b,c!=d,e in (f,g),!h,i")]
    [InlineData("a =  b , c", "a=b,c")]
    [InlineData("a==b", "a==b")]
    [InlineData("a=", "a=")]
    [InlineData("a==", "a==")]
    [InlineData("a=,b", "a=,b")]
    [InlineData("! a", "!a")]
    [InlineData("a>1,b<2", "a>1,b<2")]
    [InlineData("a in ()", "a in ()")]
    [InlineData("a in (,)", "a in ()")]
    [InlineData("a in (,b)", "a in (,b)")]
    [InlineData("a in (b,)", "a in (,b)")]
    [InlineData("a in (,,b)", "a in (,b)")]
    [InlineData("a in (b,,)", "a in (,b)")]
    [InlineData("x notin (b,,a)", "x notin (,a,b)")]
    [InlineData("a notin(b)", "a notin (b)")]
    [InlineData("in", "in")]
    [InlineData("!in", "!in")]
    [InlineData("in in (in)", "in in (in)")]
    [InlineData("notin=notin", "notin=notin")]
    [InlineData("a=b,a=c", "a=b,a=c")]
    [InlineData("example.com/a\t=\nb", "example.com/a=b")]
    public void A_selector_is_read_and_put_in_order(string text, string canonical)
    {
        LabelSelector selector = LabelSelector.Parse(text);

        Assert.Equal(canonical, selector.ToString());
        Assert.Equal(selector, LabelSelector.Parse(canonical));
    }

    [Theory]
    [InlineData("!a=b", "found '=', expected: ',' or 'end of string'")]
    [InlineData("!a b", "found 'b', expected: ',' or 'end of string'")]
    [InlineData("!a in (b)", "found 'in', expected: ',' or 'end of string'")]
    [InlineData("a=b=c", "found '=', expected: ',' or 'end of string'")]
    [InlineData("a=b c", "found 'c', expected: ',' or 'end of string'")]
    [InlineData("a in (b))", "found ')', expected: ',' or 'end of string'")]
    [InlineData("a,", "found '', expected: identifier after ','")]
    [InlineData("a=b,", "found '', expected: identifier after ','")]
    [InlineData("a,,b", "found ',', expected: identifier after ','")]
    [InlineData(",a", "found ',', expected: !, identifier, or 'end of string'")]
    [InlineData("(a)", "found '(', expected: !, identifier, or 'end of string'")]
    [InlineData("!=a", "found '!=', expected: !, identifier, or 'end of string'")]
    [InlineData("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("a!b", "unable to parse requirement: found '!', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("a)", "unable to parse requirement: found ')', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("a in", "unable to parse requirement: found '' expected: '('")]
    [InlineData("a in b", "unable to parse requirement: found 'b' expected: '('")]
    [InlineData("a in (b", "unable to parse requirement: found '', expected: ',' or ')'")]
    [InlineData("a in (b c)", "unable to parse requirement: found 'c', expected: ',' or ')'")]
    [InlineData("a in (=)", "unable to parse requirement: found '=', expected: ',', ')' or identifier")]
    [InlineData("a in (b,=)", "unable to parse requirement: found '=', expected: ',', or identifier")]
    [InlineData("a in (b,=,)", "unable to parse requirement: found '=', expected: ',', or identifier")]
    [InlineData("a in (,", "unable to parse requirement: found '', expected: ',', or identifier")]
    [InlineData("a=!b", "unable to parse requirement: found '!', expected: identifier")]
    [InlineData("a=(b", "unable to parse requirement: found '(', expected: identifier")]
    [InlineData("a!==b", "unable to parse requirement: found '=', expected: identifier")]
    [InlineData("a>=1", "unable to parse requirement: found '=', expected: identifier")]
    [InlineData("!", "unable to parse requirement: found '', expected: identifier")]
    [InlineData("!!a", "unable to parse requirement: found '!', expected: identifier")]
    [InlineData("a>x", "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer")]
    [InlineData("a<", "unable to parse requirement: values[0]: Invalid value: \"\": for 'Gt', 'Lt' operators, the value must be an integer")]
    [InlineData("a=-", "unable to parse requirement: values[0][a]: Invalid value: \"-\": " + Value)]
    [InlineData("a=é", "unable to parse requirement: values[0][a]: Invalid value: \"é\": " + Value)]
    [InlineData("_a=b", "unable to parse requirement: <nil>: Invalid value: \"_a\": name part " + Name)]
    [InlineData("A/B/C=1", "unable to parse requirement: <nil>: Invalid value: \"A/B/C\": a valid label key " + Name + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')")]
    [InlineData("a||b", "unable to parse requirement: <nil>: Invalid value: \"a||b\": name part " + Name)]
    public void What_is_no_selector_is_refused_in_the_words_of_Go(string text, string expected)
    {
        Assert.False(LabelSelector.TryParse(text, out LabelSelector? selector, out string? error));
        Assert.Null(selector);
        Assert.Equal(expected, error);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => LabelSelector.Parse(text)).Message);
    }

    [Theory]
    [InlineData(LabelOperator.In, new string[0], "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty")]
    [InlineData(LabelOperator.Exists, new[] { "b" }, "values: Invalid value: [\"b\"]: values set must be empty for exists and does not exist")]
    [InlineData(LabelOperator.Equals, new[] { "b", "c" }, "values: Invalid value: [\"b\",\"c\"]: exact-match compatibility requires one single value")]
    [InlineData(LabelOperator.LessThan, new[] { "1", "x" }, "[values: Invalid value: [\"1\",\"x\"]: for 'Gt', 'Lt' operators, exactly one value is required, values[1]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer]")]
    public void A_requirement_needs_as_many_values_as_its_operator_takes(LabelOperator comparison, string[] values, string expected)
    {
        Assert.False(LabelRequirement.TryCreate("a", comparison, [.. values], out _, out string? error));
        Assert.Equal(expected, error);
    }
}
