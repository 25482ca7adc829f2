using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class TokenReviewTests
{
    [Fact]
    public async Task A_token_review_says_whose_a_token_is_and_for_whom_it_is_meant()
    {
        await using RunningServer server = await RunningServer.Start();
        RunningServer.Reply account = await server.Send("POST", "/api/v1/namespaces/n/serviceaccounts", """{"metadata":{"name":"x"}}""");
        RunningServer.Reply token = await server.Send("POST", "/api/v1/namespaces/n/serviceaccounts/x/token", """{"spec":{"audiences":["a","b"]}}""");
        string text = token.Body["status"]["token"].GetString();

        JsonValue status = await Review(text, """["b","c"]""");

        Assert.Equal("true", status["authenticated"].ToString());
        Assert.Equal("""["b"]""", status["audiences"].ToString());
        Assert.Equal("system:serviceaccount:n:x", status["user"]["username"].AsString());
        Assert.Equal(account.Body["metadata"]["uid"].AsString(), status["user"]["uid"].AsString());
        Assert.Equal("""["system:serviceaccounts","system:serviceaccounts:n","system:authenticated"]""", status["user"]["groups"].ToString());
        Assert.True((await Review(text, """["c"]"""))["authenticated"].IsAbsent);

        async Task<JsonValue> Review(string reviewed, string audiences) => (await server.Send(
            "POST",
            "/apis/authentication.k8s.io/v1/tokenreviews",
            "{\"spec\":{\"token\":\"" + reviewed + "\",\"audiences\":" + audiences + "}}")).Body["status"];
    }
}
