using System.Text;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Reviews;

public sealed class AdmissionReviewTests
{
    [Theory]
    [InlineData(0, "request.uid: must not be empty")]
    [InlineData(129, "request.uid: longer than 128 characters")]
    [InlineData(1_000_000, "request.uid: longer than 128 characters")]
    public void A_uid_that_no_API_server_sends_is_refused(int length, string problem) =>
        Assert.Equal(problem, Assert.Throws<ReviewFormatException>(() => Read(length)).Message);

    [Fact]
    public void A_uid_of_the_longest_length_is_kept() => Assert.Equal(new string('u', 128), Read(128).Request.Uid);

    [Fact]
    public void Who_asks_is_kept() => Assert.Equal("admin", Read(1).Request.UserInfo["username"u8].AsString());

    private static AdmissionReview Read(int uidLength)
    {
        string review = $$$$"""
            {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": {"uid": "{{{{new string('u', uidLength)}}}}",
            "kind": {"group": "", "version": "v1", "kind": "Pod"}, "operation": "CREATE", "userInfo": {"username": "admin"}}}
            """;
        return AdmissionReview.Read(JsonTree.Parse(Encoding.UTF8.GetBytes(review)).Root);
    }
}
