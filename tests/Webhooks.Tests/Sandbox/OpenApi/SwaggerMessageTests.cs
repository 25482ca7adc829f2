using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.OpenApi;
using Webhooks.Sandbox.Protobuf;
using Xunit;

namespace Webhooks.Tests.Sandbox.OpenApi;

/// <summary>What the protobuf form holds of the JSON that it is made from. The numbers are those of gnostic's OpenAPIv2.proto.</summary>
public class SwaggerMessageTests
{
    private static readonly OpenApiDocuments Documents = new(ApiGroup.Of(BuiltInKinds.All));
    private static readonly JsonValue Json = JsonTree.Parse(Documents.Swagger, JsonPolicy.Server).Root;

    [Fact]
    public void It_has_every_definition_and_path_in_order()
    {
        Assert.Equal(Json["definitions"].Members().Select(member => member.Key), Pairs(Field(Root, 9), 1).Select(pair => pair.Name));
        Assert.Equal(Json["paths"].Members().Select(member => member.Key), Pairs(Field(Root, 8), 2).Select(pair => pair.Name));
    }

    [Fact]
    public void A_schema_has_its_type_its_properties_and_what_Kubernetes_adds()
    {
        const string name = "io.k8s.api.core.v1.ConfigMap";
        byte[] schema = Pairs(Field(Root, 9), 1).Single(pair => pair.Name == name).Value;
        JsonValue json = Json["definitions"][name];

        Assert.Equal("object", Text(Field(Field(schema, 22), 1)));
        (string Name, byte[] Value)[] properties = Pairs(Field(schema, 25), 1);
        Assert.Equal(json["properties"].Members().Select(member => member.Key), properties.Select(pair => pair.Name));
        byte[] data = properties.Single(pair => pair.Name == "data").Value;
        Assert.Equal("string", Text(Field(Field(Field(Field(data, 21), 1), 22), 1)));
        (string extension, byte[] value) = Assert.Single(Pairs(schema, 31));
        Assert.Equal("x-kubernetes-group-version-kind", extension);
        Assert.Equal(json[extension].ToString() + "\n", Text(Field(value, 2)));
    }

    [Fact]
    public void An_operation_has_its_parameters_and_answers()
    {
        byte[] path = Pairs(Field(Root, 8), 2).Single(pair => pair.Name == "/api/v1/namespaces/{namespace}/configmaps").Value;
        JsonValue json = Json["paths"]["/api/v1/namespaces/{namespace}/configmaps"]["post"];
        byte[] post = Field(path, 4);

        Assert.Equal(json["operationId"].GetString(), Text(Field(post, 5)));
        byte[] body = Field(Field(Field(post, 8), 1), 1);
        Assert.Equal("body", Text(Field(body, 2)));
        Assert.Equal("#/definitions/io.k8s.api.core.v1.ConfigMap", Text(Field(Field(body, 5), 1)));
        byte[][] parameters = Fields(post, 8);
        Assert.Equal(json["parameters"].Count, parameters.Length);
        Assert.Equal("dryRun", Text(Field(Field(Field(Field(parameters[1], 1), 2), 3), 4)));
        byte[] ofPath = Fields(path, 9).Select(item => Field(Field(Field(item, 1), 2), 4)).First(item => item.Length > 0);
        Assert.Equal("namespace", Text(Field(ofPath, 4)));
        Assert.Equal(json["responses"].Members().Select(member => member.Key), Pairs(Field(post, 9), 1).Select(pair => pair.Name));
    }

    private static byte[] Root => Documents.SwaggerAsProtobuf.ToArray();

    private static (string Name, byte[] Value)[] Pairs(byte[] message, int number) =>
        [.. Fields(message, number).Select(pair => (Text(Field(pair, 1)), Field(pair, 2)))];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static byte[] Field(byte[] message, int number) => Fields(message, number).FirstOrDefault() ?? [];

    private static byte[][] Fields(byte[] message, int number)
    {
        List<byte[]> found = [];
        WireReader reader = new(message);
        while (!reader.IsAtEnd)
        {
            ulong tag = reader.Varint();
            WireType type = (WireType)(tag & 7);
            if (type != WireType.Bytes)
            {
                reader.Skip(type);
            }
            else if (reader.Bytes() is var range && tag >> 3 == (ulong)number)
            {
                found.Add(message[range]);
            }
        }

        return [.. found];
    }
}
