using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Protobuf;
using Webhooks.Schemas.Decoding;
using Webhooks.Shared.Fuzz;
using Xunit;

namespace Webhooks.Tests.Sandbox.Protobuf;

public class SentBodyTests
{
    public static TheoryData<string> Names => [.. SentBody.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_kubectl_sends_is_what_it_prints(string name)
    {
        SentBody sent = SentBody.Get(name);
        Assert.Equal(Text(sent.Object), Text(ProtobufBody.Read(sent.Bytes).Decode(default)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_object_of_a_protobuf_body_is_that_of_the_JSON_body(string name)
    {
        SentBody sent = SentBody.Get(name);
        TypeMeta type = TypeMeta.Read(sent.Object);
        GroupVersionKind kind = type.GroupVersion.WithKind(type.Kind);
        DecodeTarget target = new(kind, BuiltInData.FindSchema(kind), IsCustom: false);
        DecodedObject json = ObjectDecoder.Decode(target, sent.Json, BodyFormat.Json, FieldValidation.Strict);
        DecodedObject protobuf = ObjectDecoder.Decode(target, sent.Bytes, BodyFormat.Protobuf, FieldValidation.Strict);
        Assert.Equal(Text(json.Object), Text(protobuf.Object));
    }

    [Fact]
    public void A_damaged_body_is_an_object_or_the_one_error()
    {
        byte[][] corpus = [.. SentBody.Names.Select(name => SentBody.Get(name).Bytes), SampleDefinition.Body];
        FuzzMutations mutations = new(corpus, ["\n\0", "\u0012\u0002", "k8s\0", "{}", "\"", "v1"], seed: 20260728);
        int objects = 0;
        int errors = 0;
        for (int i = 0; i < 10_000; i++)
        {
            byte[] input = mutations.Next();
            try
            {
                Assert.Equal(JsonKind.Object, ProtobufBody.Read(input).Decode(new GroupVersionKind("", "v1", "ConfigMap")).Kind);
                objects++;
            }
            catch (DecodeException)
            {
                errors++;
            }
        }

        Assert.True(objects > 1_000 && errors > 1_000, $"{objects} objects, {errors} errors");
    }

    private static string Text(JsonValue value)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(value);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
