using System.Text;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Templates;

public sealed class ValidateTemplatesTests
{
    private const string Good = "containers:\n- name: agent\n  image: agent:1\n";
    private const string Bad = "containers:\n- name: agent\n";
    private readonly TemplatesInForce _inForce = new();

    [Fact]
    public void It_is_in_the_catalog()
    {
        Webhook webhook = Assert.Single(WebhookCatalog.Of(InjectionOptions.Default, _inForce), one => one.Path == "/validate/templates");
        Assert.Equal("validate/templates", webhook.Name);
    }

    [Fact]
    public void A_valid_template_is_allowed() => Assert.Equal(("valid", ""), Allows(Create(Good)));

    [Fact]
    public void A_broken_one_is_refused_with_the_place_in_its_text()
    {
        Status status = Refuses(Create(Bad));
        Assert.Equal(422, status.Code);
        Assert.Equal(
            "ConfigMap \"agent-initializer\" is invalid: data.config: line 2, column 3: containers[0].image: Required value; give the container an image",
            status.Message);
        Assert.Equal("agent-initializer", status.Details!.Name);
        Assert.Equal("ConfigMap", status.Details.Kind);
        Assert.Equal(
            new StatusCause("FieldValueInvalid", "line 2, column 3: containers[0].image: Required value; give the container an image", "data.config"),
            Assert.Single(status.Details.Causes));
    }

    [Fact]
    public void All_problems_are_causes_in_the_order_of_lines()
    {
        Status status = Refuses(Create("volumes:\n- {name: v, nfs: {}}\nnodeName: n\ncontainers: x\n"));
        Assert.Equal(
            ["line 2", "line 2", "line 3", "line 4"],
            status.Details!.Causes.Select(cause => cause.Message.Split(',')[0]));
    }

    [Fact]
    public void What_is_no_YAML_is_refused_at_its_place() =>
        Assert.StartsWith("line 2, column 1: ", Assert.Single(Refuses(Create("containers: [\n")).Details!.Causes).Message, StringComparison.Ordinal);

    [Fact]
    public void Many_problems_are_counted()
    {
        string config = "containers:\n" + string.Concat(Enumerable.Range(0, 40).Select(number => $"- name: a{number}\n"));
        Status status = Refuses(Create(config));
        Assert.Equal(20, status.Details!.Causes.Length);
        Assert.Equal("and 21 more; webhooks lint shows them all", status.Details.Causes[^1].Message);
        Assert.Contains("containers[18]", status.Details.Causes[18].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_problems_are_all_named()
    {
        string config = "containers:\n" + string.Concat(Enumerable.Range(0, 20).Select(number => $"- name: a{number}\n"));
        Assert.Contains("containers[19]", Refuses(Create(config)).Details!.Causes[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_is_one_line_of_bounded_length()
    {
        Status status = Refuses(Create($"\"{new string('x', 100_000)}\\n\\e\": 1\n"));
        Assert.InRange(status.Message.Length, 1, 700);
        Assert.DoesNotContain(status.Message, char.IsControl);
    }

    [Theory]
    [InlineData("""{"config.yaml": "containers: []"}""", "", "Required value: rename config.yaml to config")]
    [InlineData("{}", "", "Required value: put the template there")]
    [InlineData("null", "", "Required value: put the template there")]
    [InlineData("{}", """, "binaryData": {"config": "AA=="}""", "Required value: binaryData.config is not read, save the template as UTF-8")]
    [InlineData("""{"config": {}}""", "", "must be a string; start it with `config: |`")]
    public void A_ConfigMap_without_a_config_is_refused(string data, string more, string message)
    {
        StatusCause cause = Assert.Single(Refuses(Request("CREATE", "agent-initializer", data, more: more)).Details!.Causes);
        Assert.Equal(("data.config", message), (cause.Field, cause.Message));
    }

    [Theory]
    [InlineData("status", "the name status is reserved; rename the template")]
    [InlineData("injection", "the name injection is reserved; rename the template")]
    [InlineData("refresh", "the name refresh is reserved; rename the template")]
    public void A_reserved_name_is_refused(string name, string message)
    {
        StatusCause cause = Assert.Single(Refuses(Request("CREATE", name + "-initializer", Data(Good))).Details!.Causes);
        Assert.Equal(("metadata.name", message), (cause.Field, cause.Message));
    }

    [Fact]
    public void A_name_that_no_annotation_can_have_is_refused()
    {
        Status status = Refuses(Request("CREATE", new string('a', 64) + "-initializer", Data(Bad)));
        Assert.Equal(["metadata.name", "data.config"], status.Details!.Causes.Select(cause => cause.Field));
        Assert.Contains("63", status.Details.Causes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_pods_of_level_baseline_may_not_have_gives_warnings()
    {
        (string reason, string warnings) = Allows(Create(
            "containers:\n- name: agent\n  image: i\n  securityContext: {privileged: true}\nvolumes: [{name: v, hostPath: {path: /}}]\n"));
        Assert.Equal("valid", reason);
        Assert.Equal(
            "line 4: Pod Security baseline forbids privileged (container \"agent\" must not set securityContext.privileged=true)\n"
            + "line 5: Pod Security baseline forbids hostPath volumes (volume \"v\")",
            warnings);
    }

    [Fact]
    public void A_template_for_Windows_is_judged_as_one() =>
        Assert.Equal(("valid", ""), Allows(Create("injection: {os: windows}\n" + Good)));

    [Fact]
    public void An_update_that_breaks_a_template_is_refused() => Refuses(Update(Good, Bad));

    [Fact]
    public void An_update_that_leaves_it_broken_otherwise_is_refused() => Refuses(Update(Bad, Bad + "- name: other\n"));

    [Fact]
    public void An_update_that_mends_it_is_allowed() => Assert.Equal(("valid", ""), Allows(Update(Bad, Good)));

    [Fact]
    public void An_update_that_leaves_a_broken_config_as_it_was_is_allowed_with_a_warning()
    {
        (string reason, string warnings) = Allows(Update(Bad, Bad));
        Assert.Equal("unchanged", reason);
        Assert.StartsWith("template agent is not valid, as before: data.config: line 2, column 3: ", warnings, StringComparison.Ordinal);
        Assert.Equal(120, warnings.Length);
    }

    [Fact]
    public void So_is_one_that_leaves_it_without_a_config()
    {
        (string reason, string warnings) = Allows(Request("UPDATE", "agent-initializer", """{"a": "", "b": ""}""", oldData: """{"a": ""}"""));
        Assert.Equal("unchanged", reason);
        Assert.Equal("template agent is not valid, as before: data.config: Required value: put the template there", warnings);
    }

    [Fact]
    public void An_update_that_leaves_a_valid_config_as_it_was_is_allowed() => Assert.Equal(("unchanged", ""), Allows(Update(Good, Good)));

    [Fact]
    public void What_is_being_deleted_is_allowed() => Assert.Equal(
        ("deleting", ""),
        Allows(Request("UPDATE", "agent-initializer", Data(Bad), oldData: Data(Good), metadata: """, "deletionTimestamp": "2026-01-01T00:00:00Z" """)));

    [Fact]
    public void Who_deletes_a_template_in_force_is_told_how_long_it_stays()
    {
        _inForce.Replace(TemplateFiles.Load(("agent.yaml", Good)).Templates);
        Assert.Equal(
            ("deleting", "template agent stays in force for 10 minutes"),
            Allows(Request("DELETE", "agent-initializer", data: null, oldData: Data(Good))));
    }

    /// <summary>The deletion of a collection names no object, but comes with each.</summary>
    [Fact]
    public void So_is_who_deletes_all_ConfigMaps()
    {
        _inForce.Replace(TemplateFiles.Load(("agent.yaml", Good)).Templates);
        Assert.NotEmpty(Allows(Request("DELETE", "", data: null, oldData: Data(Good), objectName: "agent-initializer")).Warnings);
    }

    [Fact]
    public void Nothing_is_said_when_a_template_is_deleted_that_is_not_in_force() =>
        Assert.Equal(("deleting", ""), Allows(Request("DELETE", "agent-initializer", data: null, oldData: Data(Bad))));

    [Theory]
    [InlineData("agent", "webhooks-system")]
    [InlineData("-initializer", "webhooks-system")]
    [InlineData("agent-initializers", "webhooks-system")]
    [InlineData("agent-initializer", "shop")]
    [InlineData("agent-initializer", "")]
    [InlineData("", "webhooks-system")]
    public void Other_ConfigMaps_are_not_handled(string name, string @namespace)
    {
        foreach (string operation in (string[])["CREATE", "UPDATE", "DELETE"])
        {
            Assert.Equal(("not-handled", ""), Allows(Request(operation, name, Data(Bad), oldData: Data(Good), @namespace: @namespace)));
        }
    }

    [Theory]
    [InlineData("", "Secret", "", "CREATE")]
    [InlineData("example.com", "ConfigMap", "", "CREATE")]
    [InlineData("", "ConfigMap", "status", "UPDATE")]
    [InlineData("", "ConfigMap", "", "CONNECT")]
    public void Nor_is_anything_else(string group, string kind, string subResource, string operation) => Assert.Equal(
        ("not-handled", ""),
        Allows(Request(operation, "agent-initializer", Data(Bad)) with { Kind = new GroupVersionKind(group, "v1", kind), SubResource = subResource }));

    [Fact]
    public void An_object_that_is_not_there_is_not_handled() =>
        Assert.Equal(("not-handled", ""), Allows(Request("CREATE", "agent-initializer", data: null)));

    /// <summary>Lint, loader and webhook are of one mind.</summary>
    [Theory]
    [InlineData(Good)]
    [InlineData(Bad)]
    [InlineData(ValidTemplates.LoggingAgent)]
    [InlineData(ValidTemplates.Placement)]
    [InlineData(ValidTemplates.Json)]
    [InlineData("")]
    [InlineData("- name: a")]
    [InlineData("containers: [{name: a, image: i}]\ncontainers: []")]
    [InlineData("metadata: {annotations: {initializer.kubernetes.io/x: 'true'}}")]
    public void It_says_what_the_loader_says(string config)
    {
        LoadedTemplates loaded = TemplateFiles.Load(("agent.yaml", config.Length == 0 ? "kind: ConfigMap\nmetadata: {name: agent-initializer}\ndata: {config: ''}" : config));
        AdmissionDecision decision = Decide(Create(config), InjectionOptions.Default);
        string[] found = [.. loaded.Problems.Select(problem => problem.Message)];
        string[] told = decision is AdmissionDecision.Denied denied ? [.. denied.Status.Details!.Causes.Select(cause => cause.Message)] : [];
        Assert.Equal(found.Length, told.Length);
        Assert.All(found.Zip(told), pair => Assert.Contains(pair.First.Split(" (line ")[0].Replace("data.config: ", "", StringComparison.Ordinal), pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("create-configmaps", "team-a", "not-handled")]
    [InlineData("update-configmaps", "webhooks-system", "not-handled")]
    [InlineData("update-configmaps", "team-a", "template-invalid")]
    [InlineData("delete-configmaps", "team-a", "not-handled")]
    public void Recorded_reviews(string folder, string ownNamespace, string reason)
    {
        byte[] json = File.ReadAllBytes(Repository.PathOf("tests", "Golden", "reviews", folder, "input.json"));
        AdmissionRequest request = AdmissionReview.Read(JsonTree.Parse(json).Root).Request;
        Assert.Equal(reason, Decide(request, new InjectionOptions { OwnNamespace = ownNamespace }).Reason);
    }

    private static string Data(string config) => $$"""{"config": {{Quoted(config)}}}""";

    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";

    private static AdmissionRequest Create(string config) => Request("CREATE", "agent-initializer", Data(config));

    private static AdmissionRequest Update(string before, string after) => Request("UPDATE", "agent-initializer", Data(after), oldData: Data(before));

    private static AdmissionRequest Request(
        string operation, string name, string? data, string? oldData = null, string @namespace = "webhooks-system", string metadata = "", string more = "", string? objectName = null)
    {
        string Object(string? content) => content == null
            ? "null"
            : $$"""{"kind": "ConfigMap", "apiVersion": "v1", "metadata": {"name": "{{objectName ?? name}}"{{metadata}}}, "data": {{content}}{{more}}}""";
        string review = $$"""
            {
              "kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1",
              "request": {
                "uid": "1", "kind": {"group": "", "version": "v1", "kind": "ConfigMap"}, "name": "{{name}}", "namespace": "{{@namespace}}",
                "operation": "{{operation}}", "object": {{Object(data)}}, "oldObject": {{Object(oldData)}}
              }
            }
            """;
        return AdmissionReview.Read(JsonTree.Parse(Encoding.UTF8.GetBytes(review)).Root).Request;
    }

    private (string Reason, string Warnings) Allows(AdmissionRequest request)
    {
        AdmissionDecision.Allowed allowed = Assert.IsType<AdmissionDecision.Allowed>(Decide(request, InjectionOptions.Default));
        Assert.All(allowed.Warnings, warning => Assert.InRange(warning.Length, 1, 120));
        return (allowed.Reason, string.Join('\n', allowed.Warnings));
    }

    private Status Refuses(AdmissionRequest request)
    {
        AdmissionDecision.Denied denied = Assert.IsType<AdmissionDecision.Denied>(Decide(request, InjectionOptions.Default));
        Assert.Equal("template-invalid", denied.Reason);
        return denied.Status;
    }

    private AdmissionDecision Decide(AdmissionRequest request, InjectionOptions options) =>
        WebhookCatalog.Of(options, _inForce).Single(webhook => webhook.Path == "/validate/templates").Decide(request);
}
