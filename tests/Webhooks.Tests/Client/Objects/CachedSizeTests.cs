using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webhooks.Client.Objects;
using Xunit;

namespace Webhooks.Tests.Client.Objects;

/// <summary>What a cache keeps of an object is a small part of what came.</summary>
[Collection(MeasuredRuns.Name)]
public sealed class CachedSizeTests
{
    private const int Objects = 2000;
    private const int Rounds = 5;

    [Fact]
    public void A_cached_user_is_below_one_and_a_half_kilobytes() =>
        Assert.InRange(BytesOf(User.Json, UserJson, user => user), 300, 1536);

    [Fact]
    public void A_cached_node_reduced_to_its_sizes_is_below_four_kilobytes() =>
        Assert.InRange(
            BytesOf(Node.Json, NodeJson, node => new Node
            {
                Metadata = node.Metadata,
                Status = new NodeStatus { Images = [.. node.Status.Images.Select(image => new ContainerImage { SizeBytes = image.SizeBytes })] },
            }),
            300,
            4096);

    [Fact]
    public void Texts_that_come_again_are_one()
    {
        User one = JsonSerializer.Deserialize(UserJson(1), User.Json)!;
        User other = JsonSerializer.Deserialize(UserJson(2), User.Json)!;
        Assert.Same(one.Metadata.Labels.Keys.First(), other.Metadata.Labels.Keys.First());
        Assert.Same(one.Spec.Role, other.Spec.Role);
        Assert.Same(one.Status.Conditions[0].Reason, other.Status.Conditions[0].Reason);
        Assert.NotSame(one.Spec.DisplayName, other.Spec.DisplayName);
    }

    // The middle of some rounds: what earlier tests left may be collected during one of them.
    private static long BytesOf<T>(JsonTypeInfo<T> type, Func<int, byte[]> json, Func<T, T> transform)
    {
        transform(JsonSerializer.Deserialize(json(0), type)!);
        long[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => RoundOf(type, json, transform)).Order()];
        return rounds[Rounds / 2];
    }

    private static long RoundOf<T>(JsonTypeInfo<T> type, Func<int, byte[]> json, Func<T, T> transform)
    {
        T[] kept = new T[Objects];
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Objects; i++)
        {
            kept[i] = transform(JsonSerializer.Deserialize(json(i), type)!);
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(kept);
        return (after - before) / Objects;
    }

    private static byte[] UserJson(int i) => Encoding.UTF8.GetBytes(
        $$$"""
        {"apiVersion":"users.example.com/v1","kind":"User","metadata":{"name":"user-{{{i}}}","uid":"0a1b2c3d-0000-4000-8000-{{{i:D12}}}","resourceVersion":"{{{1000 + i}}}","generation":2,
         "creationTimestamp":"2026-01-02T03:04:05Z","labels":{"app.kubernetes.io/managed-by":"webhooks","team":"shop"},"annotations":{"users.example.com/applied":"abc"},"finalizers":["users.example.com/namespace"],
         "managedFields":[{"manager":"kubectl","operation":"Apply","fieldsV1":{"f:spec":{"f:display_name":{} } } }]},
         "spec":{"display_name":"User number {{{i}}}","email":"user-{{{i}}}@example.com","role":"edit","groups":["developers"],"quota":{"pods":"10","requests.cpu":"2"},"deletionPolicy":"Delete"},
         "status":{"namespace":"user-user-{{{i}}}","observedGeneration":2,"conditions":[{"type":"Ready","status":"True","reason":"Complete","message":"","lastTransitionTime":"2026-01-02T03:04:05Z","observedGeneration":2}]}}
        """);

    private static byte[] NodeJson(int i)
    {
        string digest = new('a', 64);
        IEnumerable<string> images = Enumerable.Range(0, 50).Select(image =>
            $$"""{"names":["registry.example.com/team/image-{{image}}@sha256:{{digest}}","registry.example.com/team/image-{{image}}:v1"],"sizeBytes":{{1000000 + image}} }""");
        return Encoding.UTF8.GetBytes(
            $$$"""
            {"metadata":{"name":"node-{{{i}}}","uid":"0a1b2c3d-0000-4000-8000-{{{i:D12}}}","resourceVersion":"{{{1000 + i}}}","labels":{"kubernetes.io/arch":"amd64"}},
             "status":{"images":[{{{string.Join(',', images)}}}]}}
            """);
    }
}
