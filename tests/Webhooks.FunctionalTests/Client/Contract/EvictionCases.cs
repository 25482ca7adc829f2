using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Xunit;
using static Webhooks.FunctionalTests.Client.Contract.ClientSession;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>Pods that are evicted, as far as their disruption budgets allow it.</summary>
internal static class EvictionCases
{
    private static readonly ResourceType Pods = new("", "v1", "pods", "Pod", IsNamespaced: true);
    private static readonly ResourceType Budgets = new("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", IsNamespaced: true);

    public static IEnumerable<(string Name, Func<ClientSession, Task> Run)> All =>
    [
        ("a Pod is evicted", IsEvictedAsync),
        ("a dry run of an eviction leaves the Pod", IsEvictedDryAsync),
        ("the eviction of a Pod that there is not is a 404", session => RefusedAsync(404, StatusReason.NotFound, () => EvictAsync(session, "a"))),
        ("an eviction that a budget forbids is a 429 that says so", IsForbiddenByBudgetAsync),
    ];

    private static async Task IsEvictedAsync(ClientSession session)
    {
        await CreatePodAsync(session);
        await EvictAsync(session, "a");
        Assert.Null(await session.Client.Of(Pods).TryGetAsync(new(session.Namespace, "a"), default));
    }

    private static async Task IsEvictedDryAsync(ClientSession session)
    {
        await CreatePodAsync(session);
        await EvictAsync(session, "a", new WriteOptions { DryRun = true });
        Assert.NotNull(await session.Client.Of(Pods).TryGetAsync(new(session.Namespace, "a"), default));
    }

    // What a disruption controller would write is written here: neither server has one.
    private static async Task IsForbiddenByBudgetAsync(ClientSession session)
    {
        await CreatePodAsync(session);
        ObjectKey web = new(session.Namespace, "web");
        await session.Client.Of(Pods).PatchStatusAsync(
            new(session.Namespace, "a"), new MergePatch("""{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}"""u8.ToArray()), null, default);
        await session.Client.Of(Budgets).CreateAsync(
            Document($$$"""{"metadata":{"namespace":"{{{session.Namespace}}}","name":"web"},"spec":{"selector":{"matchLabels":{"app":"web"}},"minAvailable":1}}"""), null, default);

        KubernetesApiException early = await Assert.ThrowsAsync<KubernetesApiException>(() => EvictAsync(session, "a"));
        Assert.Equal((429, TimeSpan.FromSeconds(10)), (early.Code, early.RetryAfter));

        await session.Client.Of(Budgets).PatchStatusAsync(
            web, new MergePatch("""{"status":{"observedGeneration":1,"disruptionsAllowed":0,"currentHealthy":1,"desiredHealthy":1,"expectedPods":1}}"""u8.ToArray()), null, default);
        Status status = await RefusedAsync(429, StatusReason.TooManyRequests, () => EvictAsync(session, "a"));
        Assert.Equal("DisruptionBudget", Assert.Single(status.Details!.Causes).Reason);

        await session.Client.Of(Budgets).PatchStatusAsync(web, new MergePatch("""{"status":{"disruptionsAllowed":1,"currentHealthy":2}}"""u8.ToArray()), null, default);
        await EvictAsync(session, "a");
        KubernetesDocument budget = await session.Client.Of(Budgets).GetAsync(web, default);
        Assert.Equal("0", budget.Root["status"u8]["disruptionsAllowed"u8].ToString());
    }

    private static Task<KubernetesDocument> CreatePodAsync(ClientSession session) => session.Client.Of(Pods).CreateAsync(
        Document($$$"""{"metadata":{"namespace":"{{{session.Namespace}}}","name":"a","labels":{"app":"web"}},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"app","image":"app"}]}}"""),
        null,
        default);

    private static Task<KubernetesDocument> EvictAsync(ClientSession session, string name, WriteOptions? options = null) => session.Client.Of(Pods).ActAsync(
        new(session.Namespace, name), Subresource.Eviction, Utf8("""{"apiVersion":"policy/v1","kind":"Eviction"}"""), options, default);
}
