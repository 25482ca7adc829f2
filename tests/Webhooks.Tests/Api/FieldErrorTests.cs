using Webhooks.Resources.Api;
using Xunit;

namespace Webhooks.Tests.Api;

public class FieldErrorTests
{
    public static TheoryData<StatusCause, string, string> Causes => new()
    {
        { FieldError.NotFound("f", "x"), "FieldValueNotFound", "f: Not found: \"x\"" },
        { FieldError.Required("f"), "FieldValueRequired", "f: Required value" },
        { FieldError.Required("f", "why"), "FieldValueRequired", "f: Required value: why" },
        { FieldError.Duplicate("f", "x"), "FieldValueDuplicate", "f: Duplicate value: \"x\"" },
        { FieldError.Duplicate("f", BadValue.Json("{\"a\":1}")), "FieldValueDuplicate", "f: Duplicate value: {\"a\":1}" },
        { FieldError.Invalid("f", "x\n", "why"), "FieldValueInvalid", "f: Invalid value: \"x\\n\": why" },
        { FieldError.Invalid("f", -1, "why"), "FieldValueInvalid", "f: Invalid value: -1: why" },
        { FieldError.Invalid("f", true, ""), "FieldValueInvalid", "f: Invalid value: true" },
        { FieldError.Invalid("f", default, "why"), "FieldValueInvalid", "f: Invalid value: null: why" },
        { FieldError.TypeInvalid("f", "x", "why"), "FieldValueTypeInvalid", "f: Invalid value: \"x\": why" },
        { FieldError.NotSupported("f", "x", ["a", "b"]), "FieldValueNotSupported", "f: Unsupported value: \"x\": supported values: \"a\", \"b\"" },
        { FieldError.NotSupported("f", "x", []), "FieldValueNotSupported", "f: Unsupported value: \"x\"" },
        { FieldError.Forbidden("f", "why"), "FieldValueForbidden", "f: Forbidden: why" },
        { FieldError.TooLong("f", 63), "FieldValueTooLong", "f: Too long: may not be more than 63 bytes" },
        { FieldError.TooLong("f", 1), "FieldValueTooLong", "f: Too long: may not be more than 1 byte" },
        { FieldError.TooMany("f", 5, 3), "FieldValueTooMany", "f: Too many: 5: must have at most 3 items" },
        { FieldError.TooMany("f", 5, 1), "FieldValueTooMany", "f: Too many: 5: must have at most 1 item" },
        { FieldError.Internal("f", "why"), "InternalError", "f: Internal error: why" },
    };

    [Theory]
    [MemberData(nameof(Causes), DisableDiscoveryEnumeration = true)]
    public void Causes_are_worded_as_in_Go(StatusCause cause, string reason, string text)
    {
        Assert.Equal(reason, cause.Reason);
        Assert.Equal("f", cause.Field);
        Assert.Equal(text, cause.ToString());
    }

    [Fact]
    public void Several_are_told_in_brackets()
    {
        Assert.Equal("", FieldError.Aggregate([]));
        Assert.Equal("a: Required value", FieldError.Aggregate([FieldError.Required("a"), FieldError.Required("a")]));
        Assert.Equal("[a: Required value, b: Forbidden: c]", FieldError.Aggregate([FieldError.Required("a"), FieldError.Forbidden("b", "c")]));
    }
}
