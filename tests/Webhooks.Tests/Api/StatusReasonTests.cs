using Webhooks.Resources.Api;
using Xunit;

namespace Webhooks.Tests.Api;

public class StatusReasonTests
{
    [Fact]
    public void Each_well_known_reason_has_one_code()
    {
        Assert.Equal(
            "Unauthorized 401, Forbidden 403, NotFound 404, AlreadyExists 409, Conflict 409, Gone 410, Invalid 422, "
                + "ServerTimeout 500, StorageReadError 500, Timeout 504, TooManyRequests 429, BadRequest 400, MethodNotAllowed 405, "
                + "NotAcceptable 406, RequestEntityTooLarge 413, UnsupportedMediaType 415, InternalError 500, Expired 410, ServiceUnavailable 503",
            string.Join(", ", StatusReason.WellKnown.Select(reason => $"{reason} {reason.Code}")));
        Assert.All(StatusReason.WellKnown, reason => Assert.True(reason.IsWellKnown));
    }

    [Fact]
    public void A_reason_is_its_name()
    {
        Assert.Equal(StatusReason.NotFound, new StatusReason("NotFound"));
        Assert.Equal(StatusReason.Unknown, new StatusReason(""));
        Assert.Equal(default, StatusReason.Unknown);
        Assert.Equal(("Teapot", 500, false), (new StatusReason("Teapot").Name, new StatusReason("Teapot").Code, new StatusReason("Teapot").IsWellKnown));
    }

    [Theory]
    [InlineData("NotFound", 404, "NotFound", true)]
    [InlineData("", 404, "NotFound", true)]
    [InlineData("Teapot", 404, "NotFound", true)]
    [InlineData("Forbidden", 404, "NotFound", false)]
    [InlineData("", 409, "Conflict", true)]
    [InlineData("", 409, "AlreadyExists", false)]
    [InlineData("AlreadyExists", 409, "AlreadyExists", true)]
    [InlineData("AlreadyExists", 409, "Conflict", false)]
    [InlineData("", 410, "Gone", true)]
    [InlineData("", 410, "Expired", false)]
    [InlineData("Expired", 410, "Gone", false)]
    [InlineData("", 500, "InternalError", true)]
    [InlineData("", 500, "ServerTimeout", false)]
    [InlineData("", 500, "StorageReadError", false)]
    [InlineData("Forbidden", 429, "TooManyRequests", true)]
    [InlineData("Forbidden", 413, "RequestEntityTooLarge", true)]
    [InlineData("", 500, "", true)]
    [InlineData("NotFound", 404, "", false)]
    [InlineData("", 500, "Teapot", false)]
    public void A_failure_is_told_by_its_reason_or_else_by_its_code(string reason, int code, string asked, bool expected)
    {
        Status status = new() { Outcome = StatusOutcome.Failure, Reason = new StatusReason(reason), Code = code };

        Assert.Equal(expected, status.Is(new StatusReason(asked)));
    }

    [Theory]
    [InlineData(404, "GET", "pods", "x", "NotFound", "the server could not find the requested resource (get pods x)")]
    [InlineData(404, "GET", "pods", "", "NotFound", "the server could not find the requested resource (get pods)")]
    [InlineData(404, "GET", "", "", "NotFound", "the server could not find the requested resource")]
    [InlineData(409, "POST", "pods", "", "AlreadyExists", "the server reported a conflict (post pods)")]
    [InlineData(409, "PUT", "pods", "x", "Conflict", "the server reported a conflict (put pods x)")]
    [InlineData(403, "GET", "pods", "", "Forbidden", "body (get pods)")]
    [InlineData(502, "GET", "pods", "", "InternalError", "an error on the server (\"body\") has prevented the request from succeeding (get pods)")]
    [InlineData(418, "GET", "pods", "", "", "the server responded with the status code 418 but did not return more information (get pods)")]
    public void A_bare_answer_amounts_to_a_failure(int code, string verb, string resource, string name, string reason, string message)
    {
        Status status = Status.FromResponse(code, verb, GroupResource.Parse(resource), name, "body", 3);

        Assert.Equal((code, reason, message), (status.Code, status.Reason.Name, status.Message));
        Assert.Equal(StatusOutcome.Failure, status.Outcome);
        Assert.Equal(3, status.Details?.RetryAfterSeconds);
        Assert.Equal(new StatusCause("UnexpectedServerResponse", "body", ""), Assert.Single(status.Details!.Causes));
    }

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(401, "Unauthorized")]
    [InlineData(405, "MethodNotAllowed")]
    [InlineData(406, "NotAcceptable")]
    [InlineData(415, "UnsupportedMediaType")]
    [InlineData(422, "Invalid")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, "Timeout")]
    public void Its_reason_goes_by_the_code(int code, string reason) =>
        Assert.Equal(reason, Status.FromResponse(code, "GET", default, "", "").Reason.Name);
}
