using Webhooks.Resources.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class DefinitionNamesTests
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    [Theory]
    [InlineData("gadgets", "Widget", "", "ListKindConflict", "\"WidgetList\" is already in use", """{"kind":"","plural":"gadgets"}""")]
    [InlineData("gadgets", "Gadget", ""","singular":"widgets" """, "SingularConflict", "\"widgets\" is already in use", """{"kind":"Gadget","listKind":"GadgetList","plural":"gadgets"}""")]
    [InlineData("gadgets", "Gadget", ""","shortNames":["w","g","widget"]""", "ShortNamesConflict", "[\"w\" is already in use, \"widget\" is already in use]", """{"kind":"Gadget","listKind":"GadgetList","plural":"gadgets","singular":"gadget"}""")]
    public async Task A_name_that_another_definition_has_is_not_accepted(
        string plural, string kind, string more, string reason, string message, string accepted)
    {
        await using RunningServer server = await RunningServer.Start();
        await Define(server, "widgets", "Widget", ",\"shortNames\":[\"w\"]");
        await Define(server, plural, kind, more);
        JsonValue status = (await server.Send("GET", $"{Definitions}/{plural}.example.com")).Body["status"];
        Assert.True(JsonEquality.AreEqual(JsonTree.Parse(accepted).Root, status["acceptedNames"]), status["acceptedNames"].ToString());
        Assert.Equal(
            [("NamesAccepted", "False", reason, message), ("Established", "False", "NotAccepted", "not all names are accepted")], ConditionsOf(status));
        Assert.Equal(404, await Code(server, plural));
    }

    [Fact]
    public async Task A_name_is_accepted_once_its_owner_is_gone()
    {
        await using RunningServer server = await RunningServer.Start();
        await Define(server, "widgets", "Widget", "");
        await Define(server, "gadgets", "Widget", "");
        Assert.Equal(404, await Code(server, "gadgets"));
        await server.Send("DELETE", Definitions + "/widgets.example.com");
        await Eventually.HoldsAsync(async () => await Code(server, "gadgets") == 200);
        JsonValue status = (await server.Send("GET", Definitions + "/gadgets.example.com")).Body["status"];
        Assert.Equal(
            [("NamesAccepted", "True", "NoConflicts", "no conflicts found"), ("Established", "True", "InitialNamesAccepted", "the initial names have been accepted")],
            ConditionsOf(status));
    }

    [Fact]
    public async Task What_is_established_stays_so_when_it_asks_for_a_name_that_is_taken()
    {
        await using RunningServer server = await RunningServer.Start();
        await Define(server, "widgets", "Widget", "");
        await Define(server, "gadgets", "Gadget", "");
        await server.Send(
            "PATCH", Definitions + "/gadgets.example.com", """{"spec":{"names":{"shortNames":["widget"]}}}""", "application/merge-patch+json");
        JsonValue status = (await server.Send("GET", Definitions + "/gadgets.example.com")).Body["status"];
        Assert.Equal(["False", "True"], ConditionsOf(status).Select(condition => condition.Status));
        Assert.Equal(200, await Code(server, "gadgets"));
    }

    private static async Task Define(RunningServer server, string plural, string kind, string more)
    {
        string names = "{\"plural\":\"" + plural + "\",\"kind\":\"" + kind + "\"" + more + "}";
        RunningServer.Reply reply = await server.Send("POST", Definitions, "{\"metadata\":{\"name\":\"" + plural + ".example.com\"},\"spec\":{\"group\":\"example.com\",\"scope\":\"Namespaced\",\"names\":"
            + names + ",\"versions\":[{\"name\":\"v1\",\"served\":true,\"storage\":true,\"schema\":{\"openAPIV3Schema\":{\"type\":\"object\"}}}]}}");
        Assert.Equal(201, reply.Code);
    }

    private static async Task<int> Code(RunningServer server, string plural) => await server.Code($"/apis/example.com/v1/namespaces/n/{plural}");

    private static IEnumerable<(string Type, string Status, string Reason, string Message)> ConditionsOf(JsonValue status) =>
        status["conditions"].Items().Select(one => (one["type"].GetString(), one["status"].GetString(), one["reason"].GetString(), one["message"].GetString()));
}
