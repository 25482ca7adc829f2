using System.Text.Json;
using Webhooks.Admission.Users;
using Webhooks.Client.Objects;
using Webhooks.Server.Clusters;
using Xunit;

namespace Webhooks.Tests.Clusters;

/// <summary>What is cached of namespaces, and what is told of it.</summary>
public sealed class KeptNamespaceTests
{
    private const string User = """{"apiVersion":"users.example.com/v1","kind":"User","name":"alice","uid":"u","controller":true}""";

    [Fact]
    public void Of_a_namespace_is_kept_whose_it_is()
    {
        Namespace item = Read($$$"""
            {"metadata":{"name":"n","uid":"x","resourceVersion":"7","labels":{"a":"b"},"creationTimestamp":"2026-11-20T14:01:34Z","finalizers":["f.example.com/g"],
              "annotations":{"users.example.com/adopt":"alice","other":"long"},"ownerReferences":[{{{User}}}]},"status":{"phase":"Active"}}
            """);
        Namespace kept = KeptNamespace.Of(item)!;
        Assert.Equal(
            new Namespace
            {
                Metadata = new ObjectMeta
                {
                    Name = "n",
                    ResourceVersion = "7",
                    Annotations = StringMap.Of([new(NamespaceFacts.AdoptAnnotation, "alice")]),
                    OwnerReferences = kept.Metadata.OwnerReferences,
                },
            },
            kept);
        Assert.Equal(new OwnerReference("users.example.com/v1", "User", "alice", "u", Controller: true), Assert.Single(kept.Metadata.OwnerReferences));
        Assert.Equal(new NamespaceFacts("u", "alice"), KeptNamespace.Facts(kept));
    }

    [Theory]
    [InlineData("""{"apiVersion":"users.example.com/v1","kind":"User","name":"alice","uid":"u"}""")]
    [InlineData("""{"apiVersion":"users.example.com/v1","kind":"User","name":"alice","uid":"u","controller":false}""")]
    [InlineData("""{"apiVersion":"users.example.com/v1","kind":"Group","name":"alice","uid":"u","controller":true}""")]
    [InlineData("""{"apiVersion":"users.example.com.evil/v1","kind":"User","name":"alice","uid":"u","controller":true}""")]
    [InlineData("""{"apiVersion":"user.openshift.io/v1","kind":"User","name":"alice","uid":"u","controller":true}""")]
    public void Others_do_not_own_it(string owner) =>
        Assert.Equal(new NamespaceFacts("", ""), KeptNamespace.Facts(KeptNamespace.Of(Read($$$"""{"metadata":{"name":"n","ownerReferences":[{{{owner}}}]}}"""))!));

    [Fact]
    public void The_owner_may_stand_behind_others() => Assert.Equal(
        "u", KeptNamespace.Facts(KeptNamespace.Of(Read($$$"""{"metadata":{"name":"n","ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"a","uid":"c"},{{{User}}}]}}"""))!).OwnerUid);

    [Theory]
    [InlineData("""{"metadata":{"name":"n"},"status":{"phase":"Terminating"}}""")]
    [InlineData("""{"metadata":{"name":"n","deletionTimestamp":"2026-11-20T14:01:34Z"}}""")]
    public void One_that_goes_is_not_kept(string item) => Assert.Null(KeptNamespace.Of(Read(item)));

    private static Namespace Read(string json) => JsonSerializer.Deserialize(json, Namespace.Json)!;
}
