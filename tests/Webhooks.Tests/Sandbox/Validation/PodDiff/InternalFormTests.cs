using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Validation.PodDiff;
using Xunit;

namespace Webhooks.Tests.Sandbox.Validation.PodDiff;

public sealed class InternalFormTests
{
    private static readonly string[] Moved = ["hostIPC", "hostNetwork", "hostPID", "hostUsers", "serviceAccount", "shareProcessNamespace"];

    [Theory]
    [InlineData("Toleration", """{"key":"k","tolerationSeconds":5}""", """{"Key":"k","Operator":"","Value":"","Effect":"","TolerationSeconds":5}""")]
    [InlineData("ResourceRequirements", """{"limits":{"memory":"1Gi","cpu":"2"}}""", """{"Limits":{"cpu":"2","memory":"1Gi"},"Requests":null,"Claims":null}""")]
    [InlineData("HTTPGetAction", """{"port":"web"}""", """{"Path":"","Port":"web","Host":"","Scheme":"","HTTPHeaders":null}""")]
    [InlineData("HTTPGetAction", """{"port":80}""", """{"Path":"","Port":80,"Host":"","Scheme":"","HTTPHeaders":null}""")]
    [InlineData("ResourceFieldSelector", """{"resource":"limits.cpu"}""", """{"ContainerName":"","Resource":"limits.cpu","Divisor":"0"}""")]
    [InlineData("*LabelSelector", """{"matchLabels":{"a":"b"}}""", """{"matchLabels":{"a":"b"}}""")]
    [InlineData("*LabelSelector", "{}", "{}")]
    [InlineData("*LabelSelector", "null", "null")]
    [InlineData("[]NodeSelectorTerm", """[{"matchFields":[{"key":"k","operator":"In","values":["v"]}]}]""", """[{"MatchExpressions":null,"MatchFields":[{"Key":"k","Operator":"In","Values":["v"]}]}]""")]
    [InlineData("map string", """{"b":"<&>","a":"\""}""", """{"a":"\"","b":"\u003c\u0026\u003e"}""")]
    [InlineData("ConfigMapEnvSource", """{"name":"c","optional":true}""", """{"Name":"c","Optional":true}""")]
    public void Values_have_all_fields_of_their_type_in_order(string type, string value, string shown) =>
        Assert.Equal(shown, InternalForm.Compact(type, JsonTree.Parse(value).Root));

    [Fact]
    public void The_namespaces_of_the_host_belong_to_the_security_context()
    {
        string[] lines = InternalForm.Lines("PodSpec", JsonTree.Parse("""{"hostPID":true,"hostUsers":false,"securityContext":{"fsGroup":7}}""").Root);
        Assert.Equal("{\n", lines[0]);
        Assert.Equal("}\n", lines[^1]);
        int start = Array.IndexOf(lines, " \"SecurityContext\": {\n");
        Assert.Equal(
            ["  \"HostNetwork\": false,\n", "  \"HostPID\": true,\n", "  \"HostIPC\": false,\n", "  \"ShareProcessNamespace\": null,\n", "  \"HostUsers\": false,\n"],
            lines[(start + 1)..(start + 6)]);
        Assert.Contains("  \"FSGroup\": 7,\n", lines);
    }

    [Fact]
    public void A_pod_without_security_context_has_an_empty_one() =>
        Assert.Contains(" \"SecurityContext\": {\n", InternalForm.Lines("PodSpec", JsonTree.Parse("{}").Root));

    [Fact]
    public void Every_published_field_is_shown()
    {
        Queue<(string Name, Schema Schema)> open = new([("PodSpec", BuiltInData.FindSchema(new GroupVersionKind("", "v1", "Pod"))!.Properties["spec"]!)]);
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (open.TryDequeue(out (string Name, Schema Schema) next))
        {
            if (!seen.Add(next.Name) || next.Name == "ObjectMeta")
            {
                continue;
            }

            IReadOnlyList<InternalField> fields = InternalTypes.FieldsOf(next.Name);
            Assert.Equal(
                next.Schema.Properties.Select(property => property.Name).Except(next.Name == "PodSpec" ? Moved : next.Name == "PersistentVolumeClaimTemplate" ? ["metadata"] : []).Order(StringComparer.Ordinal),
                fields.Where(field => !field.IsOfOwner && !(next.Name == "PersistentVolumeClaimTemplate" && field.Member != "spec")).Select(field => field.Member).Order(StringComparer.Ordinal));
            foreach (InternalField field in fields.Where(field => next.Schema.Properties[field.Member] != null))
            {
                Schema schema = next.Schema.Properties[field.Member]!;
                InternalType type = field.Type;
                while (type.Element is { } element)
                {
                    schema = type.Shape == InternalShape.Slice ? schema.Items! : type.Shape == InternalShape.Map ? schema.AdditionalProperties!.Schema! : schema;
                    type = element;
                }

                if (type.Shape == InternalShape.Struct)
                {
                    open.Enqueue((type.Name, schema));
                }
            }
        }

        Assert.InRange(seen.Count, 90, 110);
    }
}
