using System.Text;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Schemas.Decoding;

public sealed class JsonSyntaxTests
{
    [Theory]
    [InlineData("", "unexpected end of JSON input")]
    [InlineData("  ", "unexpected end of JSON input")]
    [InlineData("{\"a\"", "unexpected end of JSON input")]
    [InlineData("[1,", "unexpected end of JSON input")]
    [InlineData("\"a", "unexpected end of JSON input")]
    [InlineData("{}}", "invalid character '}' after top-level value")]
    [InlineData("{a}", "invalid character 'a' looking for beginning of object key string")]
    [InlineData("{\"a\":1,}", "invalid character '}' looking for beginning of object key string")]
    [InlineData("{\"a\" 1}", "invalid character '1' after object key")]
    [InlineData("{\"a\":1 \"b\"}", "invalid character '\"' after object key:value pair")]
    [InlineData("[1 2]", "invalid character '2' after array element")]
    [InlineData("[1,]", "invalid character ']' looking for beginning of value")]
    [InlineData("'a'", "invalid character '\\'' looking for beginning of value")]
    [InlineData("\"a\nb\"", "invalid character '\\n' in string literal")]
    [InlineData("\"\\x\"", "invalid character 'x' in string escape code")]
    [InlineData("\"\\u12G4\"", "invalid character 'G' in \\u hexadecimal character escape")]
    [InlineData("-a", "invalid character 'a' in numeric literal")]
    [InlineData("-", "invalid character ' ' in numeric literal")]
    [InlineData("1.", "invalid character ' ' after decimal point in numeric literal")]
    [InlineData("1e+", "invalid character ' ' in exponent of numeric literal")]
    [InlineData("01", "invalid character '1' after top-level value")]
    [InlineData("nope", "invalid character 'o' in literal null (expecting 'u')")]
    [InlineData("tru", "invalid character ' ' in literal true (expecting 'e')")]
    [InlineData("é", "invalid character 'Ã' looking for beginning of value")]
    public void What_is_no_JSON_is_refused_in_the_words_of_Go(string text, string problem) =>
        Assert.Equal(problem, JsonSyntax.Problem(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("{}")]
    [InlineData(" [ ] ")]
    [InlineData("{\"a\":[1,-0.5e+10,true,false,null,\"\\u00e9\\n\",{}]}")]
    [InlineData("0")]
    [InlineData("-12.50E3")]
    public void JSON_has_no_problem(string text) => Assert.Null(JsonSyntax.Problem(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Containers_may_stand_ten_thousand_deep()
    {
        byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
        Assert.Null(JsonSyntax.Problem(Nested(10_000)));
        Assert.Equal("invalid character '[' exceeded max depth", JsonSyntax.Problem(Nested(10_001)));
    }
}
