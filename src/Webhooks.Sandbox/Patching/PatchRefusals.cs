using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>The answers to patches that can be read and don't apply.</summary>
internal static class PatchRefusals
{
    /// <summary>422 without a word of what failed.</summary>
    public static StatusException Failed() => new(new Status
    {
        Outcome = StatusOutcome.Failure,
        Code = StatusReason.Invalid.Code,
        Reason = StatusReason.Invalid,
        Message = "the server rejected our request due to an error in our request",
        Details = new StatusDetails(),
    });

    /// <summary>500 without a reason: what becomes of an error that the server has no status for.</summary>
    public static StatusException Plain(string message) =>
        new(new Status { Outcome = StatusOutcome.Failure, Code = 500, Message = message });

    /// <summary>400: a directive of a strategic merge patch is malformed: <c>invalid patch format of retainKeys</c>.</summary>
    public static StatusException BadFormat(string what) => new(Status.BadRequest($"invalid patch format of {what}"));

    /// <summary>500: a value is of another type than it must be, in Go's words.</summary>
    public static StatusException BadType(string expected, string found) => Plain($"expected a {expected}, but received a {found}");
}
