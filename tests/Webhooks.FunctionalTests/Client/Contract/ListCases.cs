using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Resources.Selectors;
using Xunit;
using static Webhooks.FunctionalTests.Client.Contract.ClientSession;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>Lists: selectors, pages and versions.</summary>
internal static class ListCases
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    public static IEnumerable<(string Name, Func<ClientSession, Task> Run)> All =>
    [
        .. new (string Selector, string Found)[]
        {
            ("", "a b c d"), ("label=x", "a b"), ("label!=x", "c d"), ("label in (x,y)", "a b c"), ("label notin (x,y)", "d"), ("label", "a b c d"),
            ("!label", ""), ("label,label notin (x)", "c d"), ("label==z", "d"), ("none=x", ""),
        }.Select(row => Case($"a list of labels '{row.Selector}'", row.Found, new() { LabelSelector = LabelSelector.Parse(row.Selector) })),
        .. new (string Selector, string Found)[]
        {
            ("metadata.name=b", "b"), ("metadata.name!=b", "a c d"), ("metadata.name!=a,metadata.name!=b", "c d"), ("metadata.name=none", ""),
        }.Select(row => Case($"a list of fields '{row.Selector}'", row.Found, new() { FieldSelector = FieldSelector.Parse(row.Selector) })),
        .. new[] { 1, 2, 3, 4, 5 }.Select(limit => Case($"a list in pages of {limit}", "a b c d", new() { Limit = limit })),
        Case("a list of whatever version", "a b c d", new() { ResourceVersion = "0" }),
        ("a list of an unknown field is refused", session => RefusedAsync(400, StatusReason.BadRequest, () => ListAsync(session, new() { FieldSelector = FieldSelector.Parse("data.key=1") }))),
        ("a page says how many come after it", TellsOfTheRestAsync),
        ("pages have one version while objects change", IsOneVersionAsync),
        ("a list of an exact version is as it was", IsExactAsync),
        ("a page whose version is forgotten is refused", ExpiresAsync),
        ("a list of a version to come is refused", IsTooEarlyAsync),
        ("a token that is none is refused", session => RefusedAsync(400, StatusReason.BadRequest, () => ListAsync(session, new() { Continue = "nonsense" }))),
        ("a list of all namespaces has those of each", HasAllAsync),
        ("documents are listed whole", IsWholeAsync),
    ];

    private static (string Name, Func<ClientSession, Task> Run) Case(string name, string found, ListOptions options)
    {
        return (name, HasFoundAsync);

        async Task HasFoundAsync(ClientSession session)
        {
            await FillAsync(session);
            ObjectList<ConfigMap> list = await ListAsync(session, options);
            Assert.Equal(found, string.Join(' ', list.Items.Select(item => item.Metadata.Name)));
            Assert.Empty(list.Undecodable);
            Assert.NotEqual("", list.ResourceVersion);
        }
    }

    private static async Task TellsOfTheRestAsync(ClientSession session)
    {
        await FillAsync(session);
        ObjectList<ConfigMap> page = await session.Client.Of<ConfigMap>().ListPageAsync(session.Namespace, new() { Limit = 1 }, default);
        Assert.Equal(("a", 3), (Assert.Single(page.Items).Metadata.Name, page.RemainingItemCount));
    }

    private static async Task IsOneVersionAsync(ClientSession session)
    {
        await FillAsync(session);
        List<ObjectList<ConfigMap>> pages = [];
        await foreach (ObjectList<ConfigMap> page in session.Client.Of<ConfigMap>().ListPagesAsync(session.Namespace, new() { Limit = 2 }))
        {
            pages.Add(page);
            await session.CreateAsync($"e{pages.Count}");
        }

        Assert.Equal("a b c d", string.Join(' ', pages.SelectMany(page => page.Items).Select(item => item.Metadata.Name)));
        Assert.Single(pages.Select(page => page.ResourceVersion).Distinct());
    }

    private static async Task IsExactAsync(ClientSession session)
    {
        await FillAsync(session);
        string version = (await ListAsync(session, ListOptions.Default)).ResourceVersion;
        await session.Client.Of<ConfigMap>().DeleteAsync(new(session.Namespace, "a"), null, default);
        ObjectList<ConfigMap> list = await ListAsync(session, new() { ResourceVersion = version, ResourceVersionMatch = "Exact" });
        Assert.Equal((version, 4), (list.ResourceVersion, list.Items.Count));
    }

    private static async Task ExpiresAsync(ClientSession session)
    {
        await FillAsync(session);
        ObjectList<ConfigMap> page = await session.Client.Of<ConfigMap>().ListPageAsync(session.Namespace, new() { Limit = 1 }, default);
        await session.CreateAsync("e");
        await session.CompactAsync();
        await RefusedAsync(410, StatusReason.Expired, () => ListAsync(session, new() { Limit = 1, Continue = page.Continue }));
    }

    private static async Task IsTooEarlyAsync(ClientSession session)
    {
        KubernetesApiException refusal = await Assert.ThrowsAsync<KubernetesApiException>(
            () => ListAsync(session, new() { ResourceVersion = "999999999", ResourceVersionMatch = "NotOlderThan" }));
        Assert.Equal((504, StatusReason.Timeout, TimeSpan.FromSeconds(1)), (refusal.Code, refusal.Reason, refusal.RetryAfter));
        Assert.Contains(refusal.Status.Details!.Causes, cause => cause.Reason == "ResourceVersionTooLarge");
    }

    private static async Task HasAllAsync(ClientSession session)
    {
        ConfigMap made = await session.CreateAsync("everywhere");
        ObjectList<ConfigMap> list = await session.Client.Of<ConfigMap>().ListAsync("", new() { FieldSelector = FieldSelector.Parse("metadata.name=everywhere"), Limit = 1 }, default);
        Assert.Contains(list.Items, item => item.Metadata.Uid == made.Metadata.Uid);
    }

    private static async Task IsWholeAsync(ClientSession session)
    {
        await FillAsync(session);
        ObjectList<KubernetesDocument> list = await session.Client.Of(ConfigMap.Resource).ListAsync(session.Namespace, new() { Limit = 3 }, default);
        Assert.Equal(Names, list.Items.Select(item => item.Metadata.Name));
        Assert.All(list.Items, item => Assert.Equal("1", item.Root["data"u8]["key"u8].GetString()));
    }

    private static async Task FillAsync(ClientSession session)
    {
        foreach ((string name, string label) in Names.Zip(["x", "x", "y", "z"]))
        {
            await session.CreateAsync(name, label);
        }
    }

    // Without the map that a cluster puts into each namespace.
    private static async Task<ObjectList<ConfigMap>> ListAsync(ClientSession session, ListOptions options)
    {
        ObjectList<ConfigMap> list = await session.Client.Of<ConfigMap>().ListAsync(session.Namespace, options, default);
        return list with { Items = [.. list.Items.Where(item => item.Metadata.Name != "kube-root-ca.crt")] };
    }
}
