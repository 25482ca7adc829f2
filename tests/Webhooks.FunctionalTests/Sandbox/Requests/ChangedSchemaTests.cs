using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

/// <summary>What is stored was written under the schema of its day, and is read under that of today.</summary>
public sealed class ChangedSchemaTests
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Path = "/apis/example.com/v1/widgets/x";
    private const string MergePatch = "application/merge-patch+json";

    [Theory]
    [InlineData("GET", Path, "")]
    [InlineData("GET", "/apis/example.com/v1/widgets", "items")]
    [InlineData("PATCH", Path, "")]
    public async Task Members_and_defaults_are_those_of_the_schema_of_now(string method, string path, string list)
    {
        await using RunningServer server = await WithObjectOfOldSchema();
        JsonValue answer = (await server.Send(method, path, method == "PATCH" ? "{}" : null, method == "PATCH" ? MergePatch : "")).Body;
        JsonValue shown = list.Length == 0 ? answer : answer[list].Items().Single();
        Assert.Equal("""{"color":"red","size":1}""", shown["spec"u8].ToString());
    }

    [Fact]
    public async Task An_update_that_changes_nothing_stores_what_the_schema_changed_and_once_only()
    {
        await using RunningServer server = await WithObjectOfOldSchema();
        string before = Version(await server.Send("GET", Path));
        string after = Version(await server.Send("PATCH", Path, "{}", MergePatch));
        Assert.NotEqual(before, after);
        Assert.Equal(after, Version(await server.Send("PATCH", Path, "{}", MergePatch)));
    }

    [Theory]
    [InlineData("""{"op":"test","path":"/spec/size","value":1}""", 200)]
    [InlineData("""{"op":"remove","path":"/spec/weight"}""", 422)]
    public async Task A_json_patch_sees_what_is_read(string operation, int code)
    {
        await using RunningServer server = await WithObjectOfOldSchema();
        await Expect(code, server.Send("PATCH", Path, $"[{operation}]", "application/json-patch+json"));
    }

    /// <summary>A server with an object of two members, of which the schema has lost one and has another with a default.</summary>
    private static async Task<RunningServer> WithObjectOfOldSchema()
    {
        RunningServer server = await RunningServer.Start();
        await Expect(201, server.Send("POST", Definitions, Definition("""{"color":{"type":"string"},"weight":{"type":"integer"}}""")));
        await Expect(201, server.Send("POST", "/apis/example.com/v1/widgets", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"x"},"spec":{"color":"red","weight":2}}"""));
        string versions = Versions("""{"color":{"type":"string"},"size":{"type":"integer","default":1}}""");
        await Expect(200, server.Send("PATCH", Definitions + "/widgets.example.com", $$"""{"spec":{"versions":{{versions}} } }""", MergePatch));
        return server;
    }

    private static string Definition(string properties) =>
        """{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com","scope":"Cluster","names":{"plural":"widgets","kind":"Widget"},"versions":"""
        + Versions(properties) + "}}";

    private static string Versions(string properties) =>
        """[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":"""
        + properties + "}}}}}]";

    private static string Version(RunningServer.Reply reply) => reply.Body["metadata"u8]["resourceVersion"u8].GetString();

    private static async Task Expect(int code, Task<RunningServer.Reply> sending)
    {
        RunningServer.Reply reply = await sending;
        Assert.True(reply.Code == code, reply.Body.ToString());
    }
}
