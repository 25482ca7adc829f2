using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class PatchRefusalTests
{
    private const string Path = "/api/v1/namespaces/n/configmaps/x";
    private const string Strategic = "application/strategic-merge-patch+json";

    [Theory]
    [InlineData("""{"data":{"k":1}}""", "map[data:map[k:1]]", "cannot convert int64 to string")]
    [InlineData("""{"data":{"k":true}}""", "map[data:map[k:true]]", "unrecognized type: string")]
    [InlineData("""{"data":"x"}""", "map[data:x]", "cannot restore map from string")]
    [InlineData("""{"metadata":{"labels":["a"]}}""", "map[metadata:map[labels:[a]]]", "cannot restore map from slice")]
    [InlineData("""{"metadata":"x"}""", "map[metadata:x]", "cannot restore struct from: string")]
    [InlineData("""{"metadata":{"generation":"x"}}""", "map[metadata:map[generation:x]]", "unrecognized type: int64")]
    [InlineData("""{"metadata":{"generation":1.5}}""", "map[metadata:map[generation:1.5]]", "cannot convert float64 to int64")]
    [InlineData("""{"metadata":{"creationTimestamp":5}}""", "map[metadata:map[creationTimestamp:5]]", "json: cannot unmarshal number into Go value of type string")]
    [InlineData("""{"binaryData":{"a":"!!"}}""", "map[binaryData:map[a:!!]]", "illegal base64 data at input byte 0")]
    [InlineData("""{"binaryData":{"a":5}}""", "map[binaryData:map[a:5]]", "cannot restore slice from int64")]
    public async Task A_strategic_patch_of_a_wrong_type_is_quoted_as_Go_prints_it(string patch, string quoted, string problem)
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", "/api/v1/namespaces/n/configmaps", """{"metadata":{"name":"x"}}""");
        RunningServer.Reply reply = await server.Send("PATCH", Path, patch, Strategic);
        Assert.Equal((422, $" \"\" is invalid: patch: Invalid value: \"{quoted}\": {problem}"), (reply.Code, reply.Message));
    }

    [Fact]
    public async Task A_strategic_patch_cannot_change_the_kind()
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", "/api/v1/namespaces/n/configmaps", """{"metadata":{"name":"x"}}""");
        RunningServer.Reply reply = await server.Send("PATCH", Path, """{"kind":"Other","apiVersion":"v9"}""", Strategic);
        Assert.Equal((200, "ConfigMap"), (reply.Code, reply.Body["kind"].ToString().Trim('"')));
    }

    [Theory]
    [InlineData("""{"data":{"k":"1","k":"2"}}""", Strategic, "duplicate field \\\"data.k\\\"")]
    [InlineData("""{"data":{"k":"1","k":"2"}}""", "application/merge-patch+json", "duplicate field \\\"data.k\\\"")]
    [InlineData("""[{"op":"add","op":"add","path":"/data","value":{}}]""", "application/json-patch+json", "json patch duplicate field \\\"[0].op\\\"")]
    public async Task A_patch_with_a_member_twice_gives_a_warning(string patch, string type, string warning)
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", "/api/v1/namespaces/n/configmaps", """{"metadata":{"name":"x"}}""");
        RunningServer.Reply reply = await server.Send("PATCH", Path, patch, type);
        Assert.Equal(200, reply.Code);
        Assert.Equal([$"299 - \"{warning}\""], reply.Warnings);
    }

    [Fact]
    public async Task The_type_of_a_patch_is_refused_before_that_of_the_answer()
    {
        await using RunningServer server = await RunningServer.Start();
        RunningServer.Reply reply = await server.Send("PATCH", Path, "{}", "text/plain", accept: "text/html");
        Assert.Equal(415, reply.Code);
    }
}
