using Webhooks.Client.Sending;
using Xunit;

namespace Webhooks.Tests.Client.Sending;

public sealed class WarningHeaderTests
{
    [Theory]
    [InlineData("299 - \"a\"", "a")]
    [InlineData("299 kube-apiserver:1.36 \"a b\" \"Thu, 01 Jan 2026 12:00:00 GMT\"", "a b")]
    [InlineData("299 - \"a\", 299 - \"b, c\"", "a|b, c")]
    [InlineData("199 - \"a\", 299 - \"b\"", "b")]
    [InlineData("299 - \"say \\\"a\\\" \\\\ b\"", "say \"a\" \\ b")]
    [InlineData("299 - \"a\tb\"", "a b")]
    [InlineData("299 - \"a\" \"date\", 299 - \"b\"", "a|b")]
    [InlineData("299 - \"\"", "")]
    [InlineData("299 - \"a", "")]
    [InlineData("299 - \"a\\", "")]
    [InlineData("299 -", "")]
    [InlineData("299", "")]
    [InlineData("299 - a, 299 - \"b\"", "")]
    [InlineData("", "")]
    [InlineData(" , ", "")]
    public void Texts_of_code_299_are_read(string header, string texts) =>
        Assert.Equal(texts, string.Join('|', WarningHeader.Read(header)));
}
