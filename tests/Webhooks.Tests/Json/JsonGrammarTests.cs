using System.Text;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

/// <summary>
/// What RFC 8259 accepts and refuses, in the classes of the public JSONTestSuite. Characters up to U+00FF stand for
/// bytes.
/// </summary>
public class JsonGrammarTests
{
    [Theory]
    // Arrays
    [InlineData("[[]   ]")]
    [InlineData("[\"\"]")]
    [InlineData("[]")]
    [InlineData("[\"a\"]")]
    [InlineData("[false]")]
    [InlineData("[null, 1, \"1\", {}]")]
    [InlineData("[1\n]")]
    [InlineData(" [1]")]
    [InlineData("[1,null,null,null,2]")]
    [InlineData("[2] ")]
    // Numbers
    [InlineData("[123e65]")]
    [InlineData("[0e+1]")]
    [InlineData("[0e1]")]
    [InlineData("[ 4]")]
    [InlineData("[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]")]
    [InlineData("[20e1]")]
    [InlineData("[-0]")]
    [InlineData("[-123]")]
    [InlineData("[-1]")]
    [InlineData("[1E22]")]
    [InlineData("[1E-2]")]
    [InlineData("[1E+2]")]
    [InlineData("[123e45]")]
    [InlineData("[123.456e78]")]
    [InlineData("[1e-2]")]
    [InlineData("[1e+2]")]
    [InlineData("[123]")]
    [InlineData("[123.456789]")]
    [InlineData("[1e999999999999999999999999999999]")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    // Objects
    [InlineData("{\"asd\":\"sdf\", \"dfg\":\"fgh\"}")]
    [InlineData("{\"asd\":\"sdf\"}")]
    [InlineData("{}")]
    [InlineData("{\"\":0}")]
    [InlineData("{\"foo\\u0000bar\": 42}")]
    [InlineData("{ \"min\": -1.0e+28, \"max\": 1.0e+28 }")]
    [InlineData("{\"a\":[]}")]
    [InlineData("{\"title\":\"\\u041f\\u043e\\u043b\" }")]
    [InlineData("{\n\"a\": \"b\"\n}")]
    // Strings
    [InlineData("[\"\\u0060\\u012a\\u12AB\"]")]
    [InlineData("[\"\\uD801\\udc37\"]")]
    [InlineData("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]")]
    [InlineData("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]")]
    [InlineData("[\"\\\\u0000\"]")]
    [InlineData("[\"\\\"\"]")]
    [InlineData("[\"a/*b*/c/*d//e\"]")]
    [InlineData("[\"\\\\a\"]")]
    [InlineData("[\"\\\\n\"]")]
    [InlineData("[\"\\u0012\"]")]
    [InlineData("[\"\\uFFFF\"]")]
    [InlineData("[ \"asd\"]")]
    [InlineData("[\"\\uDBFF\\uDFFF\"]")]
    [InlineData("[\"new\\u00A0line\"]")]
    [InlineData("[\"\xF4\x8F\xBF\xBF\"]")]
    [InlineData("[\"\xEF\xBF\xBF\"]")]
    [InlineData("[\"\\u0000\"]")]
    [InlineData("[\"\\u002c\"]")]
    [InlineData("[\"\xCF\x80\"]")]
    [InlineData("[\"\xF0\x9B\xBF\xBF\"]")]
    [InlineData("\" \"")]
    [InlineData("[\"\\uD834\\uDd1e\"]")]
    [InlineData("[\"\\u0821\"]")]
    [InlineData("[\"\\u0123\"]")]
    [InlineData("[\"\xE2\x80\xA8\"]")]
    [InlineData("[\"\xE2\x80\xA9\"]")]
    [InlineData("[\"new\\u000Aline\"]")]
    [InlineData("[\"\x7F\"]")]
    [InlineData("[\"a\x7F" + "a\"]")]
    [InlineData("[\"\\uA66D\\u005C\\u0022\\u200B\\u2064\\uFDD0\\uFFFE\"]")]
    [InlineData("[\"\xE2\x8D\x82\xE3\x88\xB4\xE2\x8D\x82\"]")]
    // Structure
    [InlineData("false")]
    [InlineData("42")]
    [InlineData("-0.1")]
    [InlineData("null")]
    [InlineData("\"asd\"")]
    [InlineData("true")]
    [InlineData("\"\"")]
    [InlineData("[\"a\"]\n")]
    [InlineData("[true]")]
    [InlineData("\t\r\n [] \t\r\n")]
    public void This_is_JSON_and_comes_back_as_it_was(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        foreach (JsonPolicy policy in new[] { JsonPolicy.Strict, JsonPolicy.Server })
        {
            Assert.Equal(text.Trim(), Encoding.Latin1.GetString(JsonTree.Parse(bytes, policy).Root.RawText));
        }
    }

    [Theory]
    [MemberData(nameof(JsonGrammarErrors.Arrays), MemberType = typeof(JsonGrammarErrors))]
    [MemberData(nameof(JsonGrammarErrors.Numbers), MemberType = typeof(JsonGrammarErrors))]
    [MemberData(nameof(JsonGrammarErrors.Objects), MemberType = typeof(JsonGrammarErrors))]
    [MemberData(nameof(JsonGrammarErrors.Strings), MemberType = typeof(JsonGrammarErrors))]
    [MemberData(nameof(JsonGrammarErrors.Structures), MemberType = typeof(JsonGrammarErrors))]
    public void This_is_no_JSON_and_the_error_says_where(string text, int offset)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        foreach (JsonPolicy policy in new[] { JsonPolicy.Strict, JsonPolicy.Server })
        {
            JsonFormatException problem = Assert.Throws<JsonFormatException>(() => JsonTree.Parse(bytes, policy));
            Assert.Equal(offset, problem.Offset);
            Assert.EndsWith($", at byte {offset}", problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(JsonGrammarErrors.Surrogates), MemberType = typeof(JsonGrammarErrors))]
    public void Half_a_surrogate_pair_is_the_error_of_the_strict_policy_only(string text, int strict, int server)
    {
        Assert.Equal(strict, Assert.Throws<JsonFormatException>(() => JsonTree.Parse(text)).Offset);
        Assert.Equal(server, Assert.Throws<JsonFormatException>(() => JsonTree.Parse(text, JsonPolicy.Server)).Offset);
    }

    [Theory]
    [InlineData("", "the text ends where a value should be")]
    [InlineData("[1", "the text ends where ',' or ']' should be")]
    [InlineData("{\"a\":1", "the text ends where ',' or '}' should be")]
    [InlineData("[1 2]", "expected ',' or ']', found '2'")]
    [InlineData("{\"a\" 1}", "expected ':' after a member name, found '1'")]
    [InlineData("{a:1}", "expected a member name in quotes, found 'a'")]
    [InlineData("1 2", "expected the end of the text, found '2'")]
    [InlineData("\x01", "expected a value, found 0x01")]
    [InlineData("01", "a number must not start with 0")]
    [InlineData("-", "a number needs a digit")]
    [InlineData("1.", "a number needs a digit after its point")]
    [InlineData("1e", "a number needs a digit in its exponent")]
    [InlineData("\"a", "a string has no closing quote")]
    [InlineData("\"\t\"", "a control character (0x09) in a string must be escaped")]
    [InlineData("\"\\x\"", "an unknown escape in a string")]
    [InlineData("\"\\u12\"", "\\u needs four hexadecimal digits")]
    [InlineData("\"\\ud800\"", "half of a surrogate pair")]
    [InlineData("\"\xFF\"", "the text is not UTF-8")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "duplicate member \"\\u0061\"")]
    public void The_strict_policy_says_what_is_wrong(string text, string problem)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        Assert.Equal(problem, Assert.Throws<JsonFormatException>(() => JsonTree.Parse(bytes)).Problem);
    }
}
