using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class DeprecationTests
{
    private const string Definition = """
        {"metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com","scope":"Namespaced",
         "names":{"plural":"widgets","kind":"Widget"},"versions":[
          {"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"} } },
          {"name":"v1beta1","served":true,"storage":false,"deprecated":true,"schema":{"openAPIV3Schema":{"type":"object"} } },
          {"name":"v1alpha1","served":true,"storage":false,"deprecated":true,"deprecationWarning":"use v1, \"please\"","schema":{"openAPIV3Schema":{"type":"object"} } },
          {"name":"v2","served":true,"storage":false,"deprecated":true,"schema":{"openAPIV3Schema":{"type":"object"} } }]}}
        """;

    [Theory]
    [InlineData("v1")]
    [InlineData("v1beta1", "299 - \"example.com/v1beta1 Widget is deprecated; use example.com/v1 Widget\"")]
    [InlineData("v1alpha1", "299 - \"use v1, \\\"please\\\"\"")]
    [InlineData("v2", "299 - \"example.com/v2 Widget is deprecated\"")]
    public async Task A_version_that_is_deprecated_says_so_in_every_answer(string version, params string[] warnings)
    {
        await using RunningServer server = await RunningServer.Start();
        Assert.Equal(201, (await server.Send("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition)).Code);
        string path = $"/apis/example.com/{version}/namespaces/n/widgets";
        Assert.Equal(warnings, (await server.Send("GET", path)).Warnings);
        Assert.Equal(warnings, (await server.Send("GET", path + "/absent")).Warnings);
        string widget = "{\"apiVersion\":\"example.com/" + version + "\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"x\"}}";
        Assert.Equal(warnings, (await server.Send("POST", path, widget)).Warnings);
    }

    [Fact]
    public async Task Endpoints_are_deprecated()
    {
        await using RunningServer server = await RunningServer.Start();
        RunningServer.Reply reply = await server.Send("GET", "/api/v1/namespaces/n/endpoints");
        Assert.Equal(["299 - \"v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\""], reply.Warnings);
    }
}
