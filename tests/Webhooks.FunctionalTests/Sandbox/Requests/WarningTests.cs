using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class WarningTests
{
    private const string ConfigMaps = "/api/v1/namespaces/n/configmaps";

    [Theory]
    [InlineData("POST", ConfigMaps, """{"metadata":{"name":"there"},"bogus":1}""", "application/json", 409)]
    [InlineData("POST", ConfigMaps, """{"metadata":{"name":"Bad_"},"bogus":1}""", "application/json", 422)]
    [InlineData("POST", ConfigMaps, """{"metadata":{"name":"x","namespace":"other"},"bogus":1}""", "application/json", 400)]
    [InlineData("PUT", ConfigMaps + "/absent", """{"metadata":{"name":"absent"},"bogus":1}""", "application/json", 404)]
    [InlineData("PUT", ConfigMaps + "/there", """{"metadata":{"name":"there","resourceVersion":"1"},"bogus":1}""", "application/json", 409)]
    [InlineData("PATCH", ConfigMaps + "/there", """{"metadata":{"resourceVersion":"1"},"bogus":1}""", "application/merge-patch+json", 409)]
    public async Task A_refused_write_warns_of_unknown_fields_too(string method, string path, string body, string type, int code)
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", ConfigMaps, """{"metadata":{"name":"there"}}""");
        RunningServer.Reply reply = await server.Send(method, path, body, type);
        Assert.Equal(code, reply.Code);
        Assert.Equal(["""299 - "unknown field \"bogus\"" """.Trim()], reply.Warnings);
    }

    [Theory]
    [InlineData("POST", ConfigMaps, "application/json", "")]
    [InlineData("PUT", ConfigMaps + "/x", "application/json", "")]
    [InlineData("PATCH", ConfigMaps + "/x", "application/merge-patch+json", " after mutating admission happens")]
    public async Task An_owner_that_stands_twice_is_kept_once_with_a_warning(string method, string path, string type, string when)
    {
        await using RunningServer server = await RunningServer.Start();
        if (method != "POST")
        {
            await server.Send("POST", ConfigMaps, """{"metadata":{"name":"x"}}""");
        }

        const string Owners = """
            {"metadata":{"name":"x","ownerReferences":[
              {"apiVersion":"v1","kind":"Pod","name":"p","uid":"u"},
              {"apiVersion":"v1","kind":"Pod","name":"q","uid":"u"},
              {"kind":"Pod","apiVersion":"v1","uid":"u","name":"p"}]}}
            """;
        RunningServer.Reply reply = await server.Send(method, path, Owners, type);
        Assert.Equal(["p", "q"], reply.Body["metadata"]["ownerReferences"].Items().Select(owner => owner["name"].GetString()));
        Assert.Equal(
            [
                $"299 - \".metadata.ownerReferences contains duplicate entries{when}; API server dedups owner references in 1.20+, and may reject such "
                    + "requests as early as 1.24; please fix your requests; duplicate UID(s) observed: u\"",
            ],
            reply.Warnings);
    }
}
