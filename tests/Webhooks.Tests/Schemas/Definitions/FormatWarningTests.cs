using Webhooks.Schemas;
using Xunit;

namespace Webhooks.Tests.Schemas.Definitions;

public sealed class FormatWarningTests
{
    [Fact]
    public void A_format_that_nobody_knows_is_told_of_once() => Assert.Equal<string>(
        ["unrecognized format \"color-of-day\"", "unrecognized format \"int32\""],
        CrdChecks.Warnings(Defined.Crd("""
            {"type":"object","properties":{"a":{"type":"string","format":"color-of-day"},"b":{"type":"string","format":"color-of-day"},
            "c":{"type":"string","format":"int32"},"d":{"type":"integer","format":"int32"},"e":{"type":"string","format":"date-time"}}}
            """)));
}
