using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Patching;
using Xunit;

namespace Webhooks.Tests.Sandbox.Patching;

public class StrategicPatchingTests
{
    private static readonly Schema Pod = BuiltInData.SchemaOf(new GroupVersionKind("", "v1", "Pod"))!;

    [Theory]
    // Lists of objects by their key, new ones behind.
    [InlineData(
        """{"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]}""",
        """{"containers":[{"name":"b","image":"2"},{"name":"c"}]}""",
        """{"containers":[{"name":"a","image":"1"},{"name":"b","image":"2"},{"name":"c"}]}""")]
    // A new item that the patch names first stands first.
    [InlineData(
        """{"containers":[{"name":"a","ports":[{"containerPort":80}]}]}""",
        """{"containers":[{"name":"a","ports":[{"containerPort":81,"name":"x"},{"containerPort":80,"name":"y"}]}]}""",
        """{"containers":[{"name":"a","ports":[{"containerPort":81,"name":"x"},{"containerPort":80,"name":"y"}]}]}""")]
    // Without strategy a list is replaced, directives and nulls with it.
    [InlineData("""{"tolerations":[{"key":"a"}]}""", """{"tolerations":[{"key":"b"},{"$patch":"replace"}]}""", """{"tolerations":[{"key":"b"},{"$patch":"replace"}]}""")]
    [InlineData("""{"nodeSelector":{"a":"1","b":"2"}}""", """{"nodeSelector":{"a":null,"c":"3"}}""", """{"nodeSelector":{"b":"2","c":"3"}}""")]
    // What is new comes without nulls and directives.
    [InlineData("{}", """{"nodeSelector":{"a":null,"c":"3"}}""", """{"nodeSelector":{"c":"3"}}""")]
    [InlineData("{}", """{"containers":[{"name":"a","$patch":"delete"},{"name":"b","env":[{"name":"X","$patch":"delete"}]}]}""", """{"containers":[{"name":"b","env":[]}]}""")]
    [InlineData("{}", """{"securityContext":{"$patch":"delete"}}""", "{}")]
    // $patch.
    [InlineData("""{"containers":[{"name":"a"},{"name":"b"}]}""", """{"containers":[{"name":"a","$patch":"delete"}]}""", """{"containers":[{"name":"b"}]}""")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"name":"z","$patch":"delete"}]}""", """{"containers":[{"name":"a"}]}""")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"$patch":"replace"},{"name":"b"}]}""", """{"containers":[{"name":"b"}]}""")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"$patch":"replace"}]}""", """{"containers":[]}""")]
    [InlineData("""{"securityContext":{"runAsUser":1}}""", """{"securityContext":{"$patch":"replace","runAsGroup":2}}""", """{"securityContext":{"runAsGroup":2}}""")]
    [InlineData("""{"securityContext":{"runAsUser":1}}""", """{"securityContext":{"$patch":"delete"}}""", """{"securityContext":{}}""")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"name":"a","$patch":"merge"}]}""", "500: merging lists cannot yet be specified in the patch")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"$patch":"explode","name":"a"}]}""", "500: unknown patch type: explode in map: map[$patch:explode name:a]")]
    [InlineData("""{"securityContext":{}}""", """{"securityContext":{"$patch":5}}""", "500: unknown patch type: %!s(int64=5) in map: map[$patch:5]")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"$patch":"delete"}]}""", "500: map: map[$patch:delete] does not contain declared merge key: name")]
    // $setElementOrder.
    [InlineData(
        """{"containers":[{"name":"a"},{"name":"b"},{"name":"c"}]}""",
        """{"$setElementOrder/containers":[{"name":"c"},{"name":"a"}],"containers":[{"name":"a","image":"2"}]}""",
        """{"containers":[{"name":"b"},{"name":"c"},{"name":"a","image":"2"}]}""")]
    [InlineData("""{"containers":[{"name":"a"},{"name":"b"}]}""", """{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}]}""", """{"containers":[{"name":"b"},{"name":"a"}]}""")]
    [InlineData("{}", """{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}]}""", "{}")]
    [InlineData("{}", """{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}],"containers":[{"name":"b"},{"name":"a"}]}""", """{"containers":[{"name":"b"},{"name":"a"}]}""")]
    [InlineData(
        """{"containers":[{"name":"a"}]}""",
        """{"$setElementOrder/containers":[{"name":"b"}],"containers":[{"name":"a"}]}""",
        "500: The order in patch list:\n[map[name:a]]\n doesn't match $setElementOrder list:\n[map[name:b]]\n")]
    [InlineData("{}", """{"$setElementOrder/containers":5}""", "500: expected a []interface {}, but received a int64")]
    [InlineData("{}", """{"$setElementOrderX":[]}""", "400: invalid patch format of setElementOrder list")]
    [InlineData("{}", """{"$setElementOrder/nonsense":[]}""", "500: unable to find api field in struct PodSpec for the json field \"nonsense\"")]
    // $retainKeys.
    [InlineData(
        """{"volumes":[{"name":"v","emptyDir":{}}]}""",
        """{"volumes":[{"$retainKeys":["name","configMap"],"name":"v","configMap":{"name":"c"}}]}""",
        """{"volumes":[{"name":"v","configMap":{"name":"c"}}]}""")]
    [InlineData("""{"volumes":[{"name":"v"}]}""", """{"volumes":[{"$retainKeys":["name"],"name":"v","configMap":{"name":"c"}}]}""", "400: invalid patch format of retainKeys")]
    [InlineData("""{"volumes":[{"name":"v"}]}""", """{"volumes":[{"$retainKeys":"name","name":"v"}]}""", "400: invalid patch format of retainKeys")]
    // What fits nowhere.
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"image":"x"}]}""", "500: map: map[image:x] does not contain declared merge key: name")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":["x"]}""", "500: list element types are not identical: [[map[name:a]] [x]]")]
    [InlineData("""{"containers":[]}""", """{"containers":[[]]}""", "422: the server rejected our request due to an error in our request")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":null}""", "{}")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":7}""", """{"containers":7}""")]
    public void A_pod_spec_is_patched_as_the_server_patches_it(string spec, string patch, string expected) =>
        PatchCase.Same(expected.StartsWith('{') ? $"{{\"spec\":{expected}}}" : expected, Apply($"{{\"spec\":{spec}}}", $"{{\"spec\":{patch}}}"));

    [Theory]
    [InlineData("""["a"]""", """{"finalizers":["b"]}""", """["b","a"]""")]
    [InlineData("""["a","b"]""", """{"finalizers":["b","c"]}""", """["a","b","c"]""")]
    [InlineData("""["a","b"]""", """{"$deleteFromPrimitiveList/finalizers":["a","z"]}""", """["b"]""")]
    [InlineData("""["a","b"]""", """{"$setElementOrder/finalizers":["c","b"],"finalizers":["c"],"$deleteFromPrimitiveList/finalizers":["a"]}""", """["c","b"]""")]
    public void Lists_of_scalars_are_sets(string finalizers, string patch, string expected) =>
        PatchCase.Same($"{{\"metadata\":{{\"finalizers\":{expected}}}}}", Apply($"{{\"metadata\":{{\"finalizers\":{finalizers}}}}}", $"{{\"metadata\":{patch}}}"));

    [Theory]
    [InlineData("null", """{"kind":"Pod"}""")]
    [InlineData("""{"$patch":"delete"}""", "{}")]
    [InlineData("[]", "400: json: cannot unmarshal array into Go value of type map[string]interface {}")]
    public void The_whole_object_is_patched(string patch, string expected) =>
        PatchCase.Same(expected, Apply("""{"kind":"Pod"}""", patch));

    [Fact]
    public void Its_depth_is_bounded()
    {
        string patch = new StringBuilder().Insert(0, "{\"a\":", 257).Append('1').Append('}', 257).ToString();
        Assert.Equal("400: exceeded max depth", Apply("{}", patch));
    }

    [Fact]
    public void Applied_twice_it_changes_nothing_more()
    {
        const string Patch = """{"spec":{"containers":[{"name":"b","env":[{"name":"Y","value":"2"},{"name":"X"}]},{"name":"n"}],"$setElementOrder/containers":[{"name":"n2"},{"name":"b"},{"name":"n"},{"name":"a"}]}}""";
        string once = Apply("""{"spec":{"containers":[{"name":"a"},{"name":"b","env":[{"name":"X","value":"1"}]}]}}""", Patch);
        Assert.Equal(once, Apply(once, Patch));
        Assert.Contains("""[{"name":"b","env":[{"name":"Y","value":"2"},{"name":"X","value":"1"}]},{"name":"n"},{"name":"a"}]""", once, StringComparison.Ordinal);
    }

    private static string Apply(string document, string patch) =>
        PatchCase.Outcome(() => StrategicPatching.Apply(PatchCase.Json(document), PatchCase.Json(patch), Pod));
}
