using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Xunit;

namespace Webhooks.Tests.Schemas;

public sealed class CrdChecksTests
{
    [Fact]
    public void A_sound_definition_is_taken() => Assert.Equal(SchemaAnswer.Valid, CrdChecks.OnCreate(Definition()).Answer);

    [Theory]
    [InlineData("metadata.name", "\"x\"", """metadata.name: Invalid value: "x": must be spec.names.plural+"."+spec.group""")]
    [InlineData("spec.scope", "\"Galaxy\"", """spec.scope: Unsupported value: "Galaxy": supported values: "Cluster", "Namespaced" """)]
    [InlineData("spec.names.kind", "\"WidgetList\"", """spec.names.listKind: Invalid value: "WidgetList": kind and listKind may not be the same""")]
    [InlineData("spec.conversion.strategy", "\"Magic\"", """spec.conversion.strategy: Unsupported value: "Magic": supported values: "None", "Webhook" """)]
    [InlineData("spec.preserveUnknownFields", "true", "spec.preserveUnknownFields: Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead")]
    public void What_is_wrong_is_told_in_the_words_of_the_server(string path, string value, string cause) =>
        Assert.Equal([cause.TrimEnd()], CrdChecks.OnCreate(Definition(path, value)).Causes.Select(one => one.ToString()));

    [Fact]
    public void Versions_that_differ_have_paths_of_their_own()
    {
        JsonValue crd = Definition("spec.versions", """
            [{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}},
             {"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"string"}}}]
            """);
        Assert.Equal(
            ["spec.versions[1].schema.openAPIV3Schema.type: Invalid value: \"string\": must be object at the root"],
            CrdChecks.OnCreate(crd).Causes.Select(cause => cause.ToString()));
    }

    [Fact]
    public void No_version_to_store_leaves_nothing_stored() => Assert.Equal(
        [
            "spec.versions: Invalid value: []: must have exactly one version marked as storage version",
            "status.storedVersions: Invalid value: null: must have at least one stored version",
        ],
        CrdChecks.OnCreate(Definition("spec.versions", "[]")).Causes.Select(cause => cause.ToString()));

    [Fact]
    public void Of_versions_with_one_name_the_first_takes_what_is_stored_and_says_whether_there_is_a_status()
    {
        JsonValue crd = Definition("spec.versions", """
            [{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}},
             {"name":"v1","served":true,"storage":true,"subresources":{"status":{}},"schema":{"openAPIV3Schema":{"type":"object","maxProperties":1}}}]
            """);
        Assert.Equal(
            [
                "must contain unique version names",
                "must have exactly one version marked as storage version",
                "must have the storage version v1",
            ],
            CrdChecks.OnCreate(crd).Causes.Select(cause => cause.ToString().Split(": ")[^1]));
    }

    [Fact]
    public void A_warning_is_shown_as_JSON() => Assert.Equal(
        ["spec.versions[0].deprecationWarning: Invalid value: \"a\\u0007\": can only be set for deprecated versions"],
        CrdChecks.OnCreate(Definition("spec.versions", """
            [{"name":"v1","served":true,"storage":true,"deprecationWarning":"a\u0007","schema":{"openAPIV3Schema":{"type":"object"}}}]
            """)).Causes.Select(cause => cause.ToString()));

    [Theory]
    [InlineData("True", 1)]
    [InlineData("False", 0)]
    public void Scope_is_immutable_once_names_are_accepted(string established, int causes)
    {
        JsonValue old = Definition("status", $$"""{"storedVersions":["v1"],"conditions":[{"type":"Established","status":"{{established}}"}]}""");
        Assert.Equal(causes, CrdChecks.OnUpdate(Definition("spec.scope", "\"Cluster\""), old).Causes.Length);
    }

    [Fact]
    public void A_version_that_was_stored_must_stay()
    {
        JsonValue old = Definition("status", """{"storedVersions":["v0","v1"]}""");
        Assert.StartsWith("status.storedVersions[0]: Invalid value: \"v0\": missing from spec.versions;", Assert.Single(CrdChecks.OnUpdate(Definition(), old).Causes).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_the_community_needs_an_approval() => Assert.Contains(
        "metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups must have approval annotation \"api-approved.kubernetes.io\", see https://github.com/kubernetes/enhancements/pull/1111",
        CrdChecks.OnCreate(Definition("spec.group", "\"x.k8s.io\"")).Causes.Select(cause => cause.ToString()));

    private static JsonValue Definition(string path = "", string value = "")
    {
        JsonDraft definition = Draft("""
            {"metadata":{"name":"widgets.example.com"},
             "spec":{"group":"example.com","scope":"Namespaced","conversion":{"strategy":"None"},
                     "names":{"plural":"widgets","singular":"widget","kind":"Widget","listKind":"WidgetList"},
                     "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object"}}}}}]}}
            """);
        string[] names = path.Split('.');
        if (path.Length > 0)
        {
            names.SkipLast(1).Aggregate(definition, (draft, name) => draft.Find(name)!).Set(names[^1], Draft(value));
        }

        return definition.Freeze(JsonPolicy.Server);
    }

    private static JsonDraft Draft(string json) => new(JsonTree.Parse(json).Root);
}
