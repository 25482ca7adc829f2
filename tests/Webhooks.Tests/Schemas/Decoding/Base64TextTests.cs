using System.Text;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Schemas.Decoding;

public sealed class Base64TextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("YQ==", "a")]
    [InlineData("YWI=", "ab")]
    [InlineData("YW\nJj\r\n", "abc")]
    [InlineData("YR==", "a")]
    [InlineData("YQ=\n=\n", "a")]
    public void Padded_base64_is_read(string text, string octets) =>
        Assert.Equal(octets, Encoding.UTF8.GetString(Base64Text.Decode(text, out _)!));

    [Theory]
    [InlineData("!!", 0)]
    [InlineData("no base64!", 2)]
    [InlineData("YQ", 0)]
    [InlineData("YWJjYQ", 4)]
    [InlineData("YQ=", 3)]
    [InlineData("=", 0)]
    [InlineData("Y===", 1)]
    [InlineData("YQ=a", 2)]
    [InlineData("YQ==YQ==", 4)]
    [InlineData("YQ-_", 2)]
    public void The_place_of_the_first_wrong_byte_is_that_of_Go(string text, int offset)
    {
        Assert.True(Base64Text.Decode(text, out int bad) == null);
        Assert.Equal(offset, bad);
    }
}
