using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.OpenApi;
using Xunit;

namespace Webhooks.Tests.Sandbox.OpenApi;

public class OpenApiDocumentTests
{
    private static readonly JsonValue Recorded = Recording.Read("OpenApi");
    private static readonly OpenApiDocuments Documents = new(ApiGroup.Of([.. BuiltInKinds.All, .. Definitions.Resources(Recorded["definition"u8])]));

    [Fact]
    public void The_index_has_every_group_with_the_hash_of_its_document()
    {
        JsonValue index = JsonTree.Parse(Documents.Index).Root;
        Documents.Find("apis/apps/v1", out string hash);

        Assert.Null(Subset.Missing(Recorded["index"u8], index));
        Assert.Equal($"/openapi/v3/apis/apps/v1?hash={hash}", index["paths"u8]["apis/apps/v1"u8]["serverRelativeURL"u8].AsString());
        Assert.Matches("^[0-9A-F]{128}$", hash);
        Assert.False(index["paths"u8]["api/v1"u8].IsMissing);
    }

    [Fact]
    public void The_document_of_a_custom_resource_says_what_the_server_said() =>
        Assert.Null(Subset.Missing(Recorded["document"u8], Read("apis/openapi.example.com/v1")));

    [Fact]
    public void All_references_of_all_documents_lead_somewhere()
    {
        foreach (string path in JsonTree.Parse(Documents.Index).Root["paths"u8].Members().Select(member => member.Key))
        {
            JsonValue document = Read(path);
            foreach (string reference in References(document, "#/components/schemas/"))
            {
                Assert.False(document["components"u8]["schemas"u8][reference].IsMissing, $"{path} lacks {reference}");
            }
        }

        JsonValue swagger = JsonTree.Parse(Documents.Swagger).Root;
        Assert.All(References(swagger, "#/definitions/"), reference => Assert.False(swagger["definitions"u8][reference].IsMissing, reference));
        Assert.Empty(References(swagger, "#/components/schemas/"));
    }

    [Theory]
    [InlineData("api/v1", "/api/v1/pods", "get", "listCoreV1PodForAllNamespaces")]
    [InlineData("api/v1", "/api/v1/namespaces/{namespace}/pods", "delete", "deleteCoreV1CollectionNamespacedPod")]
    [InlineData("api/v1", "/api/v1/namespaces/{namespace}/pods/{name}/eviction", "post", "createCoreV1NamespacedPodEviction")]
    [InlineData("api/v1", "/api/v1/namespaces/{namespace}/pods/{name}/exec", "get", "connectCoreV1GetNamespacedPodExec")]
    [InlineData("api/v1", "/api/v1/namespaces/{namespace}/pods/{name}/log", "get", "readCoreV1NamespacedPodLog")]
    [InlineData("api/v1", "/api/v1/nodes/{name}", "put", "replaceCoreV1Node")]
    [InlineData("apis/apps/v1", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale", "patch", "patchAppsV1NamespacedDeploymentScale")]
    [InlineData("apis/rbac.authorization.k8s.io/v1", "/apis/rbac.authorization.k8s.io/v1/clusterroles", "post", "createRbacAuthorizationV1ClusterRole")]
    [InlineData("apis/authorization.k8s.io/v1", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "post", "createAuthorizationV1SelfSubjectAccessReview")]
    [InlineData("apis/autoscaling/v2", "/apis/autoscaling/v2/horizontalpodautoscalers", "get", "listAutoscalingV2HorizontalPodAutoscalerForAllNamespaces")]
    public void Operations_are_named_as_the_server_names_them(string document, string path, string method, string id) =>
        Assert.Equal(id, Read(document)["paths"u8][path][method]["operationId"u8].AsString());

    [Fact]
    public void Names_of_operations_are_never_used_twice()
    {
        string[] ids = [.. Operations(JsonTree.Parse(Documents.Swagger).Root).Select(operation => operation["operationId"u8].GetString())];

        Assert.Equal(ids.Distinct(), ids);
    }

    /// <summary>Clients look at the patch of a kind for what the server can.</summary>
    [Fact]
    public void Every_patch_takes_dry_runs_and_field_validation()
    {
        foreach (string path in JsonTree.Parse(Documents.Index).Root["paths"u8].Members().Select(member => member.Key))
        {
            foreach (JsonValue patch in Read(path)["paths"u8].Members().Select(member => member.Value["patch"u8])
                .Where(patch => patch["x-kubernetes-action"u8].AsString() == "patch"))
            {
                string[] names = [.. patch["parameters"u8].Items().Select(parameter => parameter["name"u8].GetString())];

                Assert.Superset(new HashSet<string>(["dryRun", "fieldValidation", "force"]), new HashSet<string>(names));
            }
        }
    }

    [Fact]
    public void What_all_operations_of_a_path_take_stands_at_the_path()
    {
        JsonValue path = Read("apis/apps/v1")["paths"u8]["/apis/apps/v1/namespaces/{namespace}/deployments/{name}"u8];

        Assert.Equal(["pretty", "name", "namespace"], path["parameters"u8].Items().Select(parameter => parameter["name"u8].GetString()));
        Assert.True(path["get"u8]["parameters"u8].IsMissing);
    }

    [Fact]
    public void A_definition_without_a_schema_allows_anything()
    {
        JsonTree definition = JsonTree.Parse(
            """{"spec":{"group":"e.com","scope":"Cluster","names":{"plural":"ws","singular":"w","kind":"W"},"versions":[{"name":"v1","served":true,"storage":true}]}}""");
        OpenApiDocuments documents = new(ApiGroup.Of(Definitions.Resources(definition.Root)));

        JsonValue document = JsonTree.Parse(documents.Find("apis/e.com/v1", out _)!.Value).Root;

        Assert.Equal(
            """{"type":"object","x-kubernetes-group-version-kind":[{"group":"e.com","version":"v1","kind":"W"}]}""",
            document["components"u8]["schemas"u8]["com.e.v1.W"u8].ToString());
    }

    [Fact]
    public void An_unknown_document_is_none() => Assert.Null(Documents.Find("apis/nowhere/v1", out _));

    [Fact]
    public void The_older_form_says_which_it_is() =>
        Assert.Equal("2.0", JsonTree.Parse(Documents.Swagger).Root["swagger"u8].AsString());

    private static JsonValue Read(string path) => JsonTree.Parse(Documents.Find(path, out _)!.Value).Root;

    private static IEnumerable<JsonValue> Operations(JsonValue document) => document["paths"u8].Members()
        .SelectMany(path => path.Value.Members())
        .Where(member => member.Key != "parameters")
        .Select(member => member.Value);

    private static HashSet<string> References(JsonValue document, string prefix)
    {
        HashSet<string> found = [];
        string text = Encoding.UTF8.GetString(document.RawText);
        int start = -1;
        while ((start = text.IndexOf($"\"{prefix}", start + 1, StringComparison.Ordinal)) >= 0)
        {
            int from = start + prefix.Length + 1;
            found.Add(text[from..text.IndexOf('"', from)]);
        }

        return found;
    }
}
