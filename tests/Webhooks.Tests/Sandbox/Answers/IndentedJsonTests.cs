using System.Buffers;
using System.Text;
using Webhooks.Sandbox.Answers;
using Xunit;

namespace Webhooks.Tests.Sandbox.Answers;

public sealed class IndentedJsonTests
{
    [Theory]
    [InlineData("""{"a":{"b":[1,"x, {y}: \"z\\"],"c":{},"d":[]},"e":null}""", "{\n  \"a\": {\n    \"b\": [\n      1,\n      \"x, {y}: \\\"z\\\\\"\n    ],\n    \"c\": {},\n    \"d\": []\n  },\n  \"e\": null\n}\n")]
    [InlineData("[]", "[]\n")]
    [InlineData("12", "12\n")]
    [InlineData("""[[{"a":[[]]}]]""", "[\n  [\n    {\n      \"a\": [\n        []\n      ]\n    }\n  ]\n]\n")]
    public void It_is_laid_out_as_Go_does(string json, string expected)
    {
        ArrayBufferWriter<byte> output = new();
        IndentedJson.Write(Encoding.UTF8.GetBytes(json), output);

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
