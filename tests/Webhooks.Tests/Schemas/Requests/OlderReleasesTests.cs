using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Xunit;

namespace Webhooks.Tests.Schemas.Requests;

public sealed class OlderReleasesTests
{
    private const string Int32 = """{"type":"integer","format":"int32"}""";
    private const string Half = """{"type":"integer","minimum":0.5}""";
    private const string ShortName = """{"type":"string","format":"k8s-short-name"}""";

    /// <summary>The oldest release that surely refuses, too; 0: all do.</summary>
    [Theory]
    [InlineData(Int32, "2147483648", 36)]
    [InlineData(Int32, "\"a\"", 0)]
    [InlineData("""{"type":"number","format":"float"}""", "1e39", 36)]
    [InlineData("""{"type":"integer"}""", "1.0000000001", 36)]
    [InlineData(Half, "0", 36)] // the bound was cut to 0
    [InlineData("""{"type":"integer","maximum":5}""", "6", 0)]
    [InlineData("""{"type":"integer","multipleOf":2.5}""", "5", 36)]
    [InlineData("""{"type":"integer","maximum":9223372036854775807}""", "1", 36)]
    [InlineData(ShortName, "\"a.b\"", 34)]
    [InlineData("""{"type":"string","format":"k8s-long-name"}""", "\"A\"", 34)]
    [InlineData("""{"type":"string","format":"date"}""", "\"A\"", 0)]
    [InlineData("""{"type":"string","format":"k8s-short-name","maxLength":2}""", "\"a.b\"", 0)]
    [InlineData("""{"type":"integer","anyOf":[{"maximum":0.5},{"enum":[3]}]}""", "2", 0)]
    [InlineData("""{"type":"array","items":{"type":"integer","format":"int32"}}""", "[2147483648,1]", 36)]
    [InlineData("""{"type":"array","items":{"type":"integer","format":"int32"}}""", "[2147483648,\"a\"]", 0)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer","format":"int32"}}""", """{"a b":2147483648}""", 36)]
    public void A_refusal_may_be_newer_than_the_release(string schema, string value, int refusedSince)
    {
        Status refusal = Kind(schema).Create(Body(value), FieldValidation.Strict).Refusal!;
        Assert.Equal(StatusReason.Invalid, refusal.Reason);
        Assert.All(
            Enumerable.Range(20, 18),
            minor => Assert.Equal(minor < refusedSince, OlderReleases.DoubtOf(refusal, minor) != null));
    }

    [Fact]
    public void A_doubt_names_the_release() =>
        Assert.StartsWith("before 1.36 ", OlderReleases.DoubtOf(Kind(Int32).Create(Body("2147483648"), FieldValidation.Strict).Refusal!, 35), StringComparison.Ordinal);

    [Fact]
    public void What_can_not_be_read_is_refused_by_all() =>
        Assert.Null(OlderReleases.DoubtOf(Kind(Int32).Create("{"u8.ToArray(), FieldValidation.Strict).Refusal!, 20));

    /// <summary>What is let pass because it stood there before.</summary>
    [Theory]
    [InlineData("""{"type":"string","maxLength":1}""", "\"long\"", 30)]
    [InlineData("""{"type":"string","maxLength":9}""", "\"long\"", 0)]
    [InlineData("""{"type":"array","x-kubernetes-list-type":"set","items":{"type":"integer"}}""", "[1,1]", 0)] // never held against updates
    [InlineData(Int32, "2147483648", 0)] // wrong today and right then
    public void An_update_may_be_taken_for_what_was_there_before(string schema, string value, int takenSince)
    {
        CustomResourceWrites writes = Kind(schema);
        WriteAnswer answer = writes.Update(Body(value, ""","labels":{"a":"b"}"""), writes.Store(Body(value)), FieldValidation.Strict);
        Assert.Equal(SchemaAnswer.Valid, answer.Answer);
        Assert.All(
            Enumerable.Range(20, 18),
            minor => Assert.Equal(minor < takenSince, OlderReleases.DoubtOfUpdate(writes.Kind, answer.Stored, minor) != null));
    }

    private static CustomResourceWrites Kind(string schema)
    {
        JsonValue definition = JsonTree.Parse(
            """{"spec":{"group":"example.com","scope":"Cluster","names":{"plural":"widgets","kind":"Widget"},"versions":[{"name":"v1","served":true,"""
            + """ "schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"v":""" + schema + "}}}}}}]}}").Root;
        return new CustomResourceWrites(CustomResourceKind.ReadServed(definition).Single());
    }

    private static byte[] Body(string value, string metadata = "") =>
        Encoding.UTF8.GetBytes("""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a" """ + metadata + """},"spec":{"v":""" + value + "}}");
}
