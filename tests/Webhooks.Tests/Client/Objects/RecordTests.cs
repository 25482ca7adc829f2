using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Webhooks.Client.Objects;
using Xunit;

namespace Webhooks.Tests.Client.Objects;

/// <summary>Records read what they have, pass over the rest, and can't be changed.</summary>
public sealed class RecordTests
{
    [Fact]
    public void A_user_is_read()
    {
        User user = Read(
            User.Json,
            """
            {"metadata":{"name":"ann"},"spec":{"display_name":"Ann","role":"admin","groups":["a","b"],"quota":{"pods":5,"cpu":"0.5","memory":"1Gi"},"suspended":true},
             "status":{"namespace":"user-ann","observedGeneration":3,"conditions":[{"type":"Ready","status":"True","reason":"Done","message":"m","observedGeneration":3,"lastTransitionTime":"2026-01-02T03:04:05Z"}]}}
            """);
        Assert.Equal(("Ann", "admin", true, "user-ann", 3L), (user.Spec.DisplayName, user.Spec.Role, user.Spec.Suspended, user.Status.Namespace, user.Status.ObservedGeneration));
        Assert.Equal("a b", string.Join(' ', user.Spec.Groups));
        Assert.Equal(["cpu=0.5", "memory=1Gi", "pods=5"], user.Spec.Quota.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal("Ready", Assert.Single(user.Status.Conditions).Type);
        Assert.Throws<JsonException>(() => Read(User.Json, """{"spec":{"quota":{"cpu":"much"}}}"""));
    }

    [Fact]
    public void A_node_is_read()
    {
        Node node = Read(
            Node.Json,
            """
            {"spec":{"unschedulable":true,"podCIDR":"10.0.0.0/24","taints":[{"key":"a","effect":"NoSchedule"}]},
             "status":{"images":[{"names":["x","y"],"sizeBytes":7},{"names":null},{}],"conditions":[{"type":"Ready","status":"True","lastHeartbeatTime":"2026-01-02T03:04:05Z"}],"nodeInfo":{"kubeletVersion":"v1.36.2"}}}
            """);
        Assert.Equal([7L, 0, 0], node.Status.Images.Select(image => image.SizeBytes));
        Assert.Equal("x y", string.Join(' ', node.Status.Images[0].Names));
        Assert.Empty(node.Status.Images[1].Names);
        Assert.Equal((true, "a", "v1.36.2"), (node.Spec.Unschedulable, node.Spec.Taints[0].Key, node.Status.NodeInfo.KubeletVersion));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"spec":null}""")]
    [InlineData("""{"spec":{"holderIdentity":null,"leaseDurationSeconds":null,"acquireTime":null,"renewTime":null,"leaseTransitions":null}}""")]
    public void A_lease_that_nobody_holds_is_read(string json) => Assert.Equal(LeaseSpec.Empty, Read(Lease.Json, json).Spec);

    [Fact]
    public void A_secret_is_not_told()
    {
        Secret secret = Read(Secret.Json, """{"metadata":{"namespace":"shop","name":"door","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"b3Blbg=="}},"type":"Opaque","data":{"key":"b3Blbg==","none":null}}""");
        Assert.True(secret.Data.TryGet("key", out ReadOnlyMemory<byte> key));
        Assert.Equal("open", Encoding.UTF8.GetString(key.Span));
        Assert.Equal(["key", "none"], secret.Data.Names);
        Assert.Equal("Secret { secrets shop/door, [key, none] }", secret.ToString());
        JsonException problem = Assert.Throws<JsonException>(() => Read(Secret.Json, """{"data":{"key":"pass!word"}}"""));
        Assert.DoesNotContain("pass", problem.Message, StringComparison.Ordinal);
        Assert.Equal(secret.Data.Names, Read(Secret.Json, JsonSerializer.Serialize(secret, Secret.Json)).Data.Names);
    }

    [Fact]
    public void S11_what_is_cached_can_not_be_changed()
    {
        Type[] records =
        [
            .. typeof(IKubernetesObject).Assembly.GetExportedTypes()
                .Where(type => type.Namespace == typeof(IKubernetesObject).Namespace && type is { IsInterface: false, IsEnum: false, IsAbstract: false }),
        ];
        Assert.True(records.Length > 20);
        foreach (Type type in records)
        {
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                bool isSettable = property.SetMethod is { IsPublic: true } setter
                    && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
                Assert.False(isSettable, $"{type.Name}.{property.Name} can be set");
                Assert.False(IsMutable(property.PropertyType), $"{type.Name}.{property.Name} is a {property.PropertyType}, which can be changed");
            }

            Assert.All(type.GetFields(BindingFlags.Public | BindingFlags.Instance), field => Assert.True(field.IsInitOnly, $"{type.Name}.{field.Name} can be set"));
        }

        static bool IsMutable(Type type) => type.IsArray
            || (type.IsAssignableTo(typeof(IList)) && type.Namespace != typeof(ImmutableArray).Namespace)
            || (type.IsGenericType && type.GetGenericTypeDefinition() is { } open
                && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(IList<>) || open == typeof(IDictionary<,>) || open == typeof(HashSet<>)));
    }

    [Fact]
    public void A_map_keeps_sorted_pairs_and_sorts_others()
    {
        Assert.Equal(StringMap.Of([new("a", "1"), new("b", "2")]), StringMap.Of([new("b", "0"), new("a", "1"), new("b", "2")]));
        Assert.Equal(["B", "a", "é"], StringMap.Of([new("é", ""), new("a", ""), new("B", "")]).Keys);
        Assert.Same(StringMap.Empty, StringMap.Of([]));
    }

    private static T Read<T>(System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, string json) => JsonSerializer.Deserialize(json, type)!;
}
