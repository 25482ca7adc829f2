using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Xunit;

namespace Webhooks.Tests.OpenApi;

/// <summary>What an API server publishes is read whole.</summary>
public class PublishedDocumentTests
{
    private const string CustomResource = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps";

    public static TheoryData<string> Names => [.. Documents.Published];

    [Fact]
    public void All_documents_are_found() => Assert.Equal(11, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_is_read_without_a_problem(string name)
    {
        JsonValue document = Documents.Read(name);
        SchemaSet set = SchemaReader.ReadPublished(document);
        Assert.Empty(set.Problems);
        Assert.Equal(document.Members().Select(one => one.Key), set.Schemas.Keys);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_schema_says_what_stands_there(string name)
    {
        JsonValue document = Documents.Read(name);
        SchemaSet set = SchemaReader.ReadPublished(document);
        foreach ((string type, JsonValue source) in document.Members())
        {
            SchemaAgreement.Check(type, source, set.Schemas[type], document);
        }
    }

    [Fact]
    public void A_reference_gives_the_schema_itself_and_what_stands_beside_it()
    {
        SchemaSet set = SchemaReader.ReadPublished(Documents.Read("core_v1.schemas.json"));
        Schema container = set.Schemas["io.k8s.api.core.v1.Container"];
        Schema template = set.Schemas["io.k8s.api.core.v1.PodTemplateSpec"];
        Assert.Same(container, set.Schemas["io.k8s.api.core.v1.PodSpec"].Properties["containers"]!.Items);

        Schema metadata = template.Properties["metadata"]!;
        Assert.Equal(Documents.Meta + "ObjectMeta", metadata.Name);
        Assert.Equal("{}", metadata.Default.ToString());
        Assert.True(set.Schemas[Documents.Meta + "ObjectMeta"].Default.IsMissing);
        Assert.Same(set.Schemas[Documents.Meta + "ObjectMeta"].Properties, metadata.Properties);
    }

    [Fact]
    public void A_type_that_holds_itself_leads_back_to_itself()
    {
        SchemaSet set = SchemaReader.ReadPublished(Documents.Read("apiextensions.k8s.io_v1.schemas.json"));
        Schema props = set.Schemas[CustomResource];
        Assert.Same(props, props.Properties["not"]);
        Assert.Same(props, props.Properties["properties"]!.AdditionalProperties!.Schema);
        Assert.Same(props, props.Properties["allOf"]!.Items);
        Assert.Equal(SchemaType.String, props.Properties["$ref"]!.Type);
    }

    [Fact]
    public void Extensions_are_kept()
    {
        SchemaSet set = SchemaReader.ReadPublished(Documents.Read("core_v1.schemas.json"));
        SchemaExtensions volumes = set.Schemas["io.k8s.api.core.v1.PodSpec"].Properties["volumes"]!.Extensions;
        Assert.Equal("map", volumes.ListType);
        Assert.Equal(["name"], volumes.ListMapKeys);
        Assert.Equal("name", volumes.PatchMergeKey);
        Assert.Equal(["merge", "retainKeys"], volumes.PatchStrategies);
        Assert.Equal([new GroupVersionKind("", "v1", "Pod")], set.Schemas["io.k8s.api.core.v1.Pod"].Extensions.GroupVersionKinds);
        Assert.Equal("atomic", set.Schemas["io.k8s.api.core.v1.SecretKeySelector"].Extensions.MapType);
        Assert.Equal(JsonKind.Array, set.Schemas["io.k8s.api.core.v1.AppArmorProfile"].Extensions["x-kubernetes-unions"].Kind);
    }

    [Fact]
    public void A_quantity_is_one_of_two_types()
    {
        Schema quantity = SchemaReader.ReadPublished(Documents.Read("core_v1.schemas.json")).Schemas["io.k8s.apimachinery.pkg.api.resource.Quantity"];
        Assert.Equal([SchemaType.String, SchemaType.Number], quantity.OneOf.Select(one => one.Type));
        Assert.Equal(SchemaType.None, quantity.Type);
    }

    /// <summary>The list of resources that an API server also gives holds no schemas, and is not taken for them.</summary>
    [Fact]
    public void A_discovery_document_is_no_document_of_schemas()
    {
        SchemaSet set = SchemaReader.ReadPublished(Documents.Read("discovery.json"));
        Assert.Contains(set.Problems, problem => problem.ToString() == "[apps/v1].groupVersion: Forbidden: unknown field");
        Assert.All(set.Problems, problem => Assert.Equal(SchemaProblemKind.UnknownMember, problem.Kind));
    }

    [Fact]
    public void A_whole_OpenAPI_document_gives_the_schemas_of_its_components()
    {
        SchemaSet set = Documents.Named(
            "{'openapi':'3.0.0','info':{},'paths':{'/apis':{}},'components':{'schemas':{'a':{'$ref':'#/components/schemas/b'},'b':{'typo':1}}}}");
        Assert.Equal(["components.schemas[b].typo: Forbidden: unknown field"], set.Problems.Select(problem => problem.ToString()));
        Assert.Empty(Documents.Named("{'openapi':'3.0.0','paths':{}}").Problems);
    }
}
