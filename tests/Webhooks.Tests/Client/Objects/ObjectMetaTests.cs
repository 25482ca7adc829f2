using System.Text.Json;
using Webhooks.Client.Objects;
using Xunit;

namespace Webhooks.Tests.Client.Objects;

/// <summary>What every object has is read as Go reads it.</summary>
public sealed class ObjectMetaTests
{
    [Fact]
    public void What_is_null_reads_as_absent()
    {
        ObjectMeta meta = Read(
            """
            {"name":null,"generateName":null,"namespace":null,"uid":null,"resourceVersion":null,"creationTimestamp":null,"deletionTimestamp":null,
             "deletionGracePeriodSeconds":null,"labels":null,"annotations":null,"ownerReferences":null,"finalizers":null}
            """);
        Assert.Equal(ObjectMeta.Empty, meta);
        Assert.True(meta.OwnerReferences.IsEmpty && meta.Finalizers.IsEmpty);
    }

    [Fact]
    public void What_is_there_is_read()
    {
        ObjectMeta meta = Read(
            """
            {"name":"a","uid":"u","resourceVersion":"12","generation":3,"creationTimestamp":"2026-01-02T03:04:05Z","deletionTimestamp":"2026-01-02T03:04:06.5+01:00",
             "deletionGracePeriodSeconds":0,"labels":{"b":"2","a":"1"},"ownerReferences":[{"apiVersion":"v1","kind":"K","name":"n","uid":"o","controller":true}],"finalizers":["x/y"]}
            """);
        Assert.Equal(("a", "u", "12", 3L, 0L), (meta.Name, meta.Uid, meta.ResourceVersion, meta.Generation, meta.DeletionGracePeriodSeconds!.Value));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), meta.CreationTimestamp);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 2, 4, 6, 500, TimeSpan.Zero), meta.DeletionTimestamp);
        Assert.Equal(["a", "b"], meta.Labels.Keys);
        Assert.Equal(new OwnerReference("v1", "K", "n", "o", Controller: true), Assert.Single(meta.OwnerReferences));
        Assert.Equal("x/y", Assert.Single(meta.Finalizers));
    }

    [Fact]
    public void Maps_are_equal_by_content_and_the_last_of_a_name_counts()
    {
        StringMap one = Read("""{"labels":{"b":"2","a":"0","a":"1","c":null}}""").Labels;
        StringMap other = StringMap.Of([new("a", "1"), new("b", "2"), new("c", "")]);
        Assert.Equal(other, one);
        Assert.Equal(other.GetHashCode(), one.GetHashCode());
        Assert.True(one.ContainsKey("b"));
        Assert.False(one.ContainsKey("d"));
        Assert.Throws<KeyNotFoundException>(() => one["d"]);
    }

    private static ObjectMeta Read(string json) => JsonSerializer.Deserialize($$$"""{"metadata":{{{json}}}}""", ConfigMap.Json)!.Metadata;
}
