using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class ScaleTests
{
    private const string Definition = """
        {"metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","kind":"Widget"},"versions":[
          {"name":"v1","served":true,"storage":true,"subresources":{"scale":{"specReplicasPath":".spec.count","statusReplicasPath":".status.count"}},
           "schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    private const string Merge = "application/merge-patch+json";
    private const string Widgets = "/apis/example.com/v1/namespaces/n/widgets";
    private const string Scale = Widgets + "/x/scale";

    [Fact]
    public async Task A_custom_resource_without_a_number_of_copies_has_no_scale()
    {
        await using RunningServer server = await Start("{}");
        RunningServer.Reply reply = await server.Send("GET", Scale);
        Assert.Equal((500, "Internal error occurred: the spec replicas field \".spec.count\" does not exist"), (reply.Code, reply.Message));
        reply = await server.Send("PATCH", Scale, """{"metadata":{"labels":{"a":"b"}}}""", Merge);
        Assert.Equal((400, "the spec replicas field \".spec.count\" cannot be empty"), (reply.Code, reply.Message));
        reply = await server.Send("PATCH", Scale, """{"spec":{"replicas":2}}""", Merge);
        Assert.Equal((200, "2"), (reply.Code, reply.Body["spec"]["replicas"].ToString()));
    }

    [Fact]
    public async Task A_scale_is_refused_under_the_path_that_the_definition_names()
    {
        await using RunningServer server = await Start("""{"count":1}""");
        RunningServer.Reply reply = await server.Send("PUT", Scale, """{"metadata":{"name":"x"},"spec":{"replicas":-1}}""");
        Assert.Equal(
            (422, "Widget.example.com \"x\" is invalid: .spec.count: Invalid value: -1: should be a non-negative integer"), (reply.Code, reply.Message));
        Assert.Equal(1, reply.Body["details"]["causes"].Count);
    }

    [Fact]
    public async Task A_scale_is_read_before_its_object_is_looked_for_and_warns_of_what_it_does_not_know()
    {
        await using RunningServer server = await Start("""{"count":1}""");
        Assert.Equal(400, (await server.Send("PUT", Widgets + "/absent/scale", "{bad")).Code);
        Assert.Equal(404, (await server.Send("PUT", Widgets + "/absent/scale", """{"metadata":{"name":"absent"}}""")).Code);
        Assert.Equal(
            ["299 - \"unknown field \\\"spec.bogus\\\"\""],
            (await server.Send("PATCH", Scale, """{"spec":{"bogus":1}}""", Merge)).Warnings);
    }

    private static async Task<RunningServer> Start(string spec)
    {
        RunningServer server = await RunningServer.Start();
        await server.Send("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition);
        RunningServer.Reply made = await server.Send(
            "POST", Widgets, "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"x\"},\"spec\":" + spec + "}");
        Assert.Equal(201, made.Code);
        return server;
    }
}
