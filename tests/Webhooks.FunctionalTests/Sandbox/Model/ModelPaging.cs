using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Lists in pages of any size, and holds them against what there was: together they are the list of one version.</summary>
/// <param name="history">What there was.</param>
/// <param name="scope">What is listed.</param>
/// <param name="tally">Counts.</param>
/// <param name="get">Asks with a query that begins with <c>&amp;</c>.</param>
/// <param name="between">What happens between two pages.</param>
internal sealed class ModelPaging(ModelHistory history, ModelScope scope, ModelTally tally, Func<string, Task<ModelPage>> get, Func<Task> between)
{
    private const int MostOfPage = 6;

    /// <summary>A whole list, however often it has to be begun anew.</summary>
    public async Task<(SortedDictionary<string, ModelObject> Items, long Revision)> List(Random random)
    {
        while (true)
        {
            int limit = random.Next(MostOfPage + 1);
            long least = history.Latest;
            ModelPage page = await get($"&limit={limit}");
            Assert.Equal(200, page.Code);
            Assert.True(page.Revision >= least, $"a list of {page.Revision}, when {least} had been written");
            if (await Pages(page, limit) is { } items)
            {
                Assert.Equal(history.At(scope, page.Revision).Values, items.Values);
                return (items, page.Revision);
            }
        }
    }

    /// <summary>A whole list that is as new as a version at least; 0 for any.</summary>
    public async Task<(SortedDictionary<string, ModelObject> Items, long Revision)> NotOlderThan(long revision)
    {
        ModelPage page = await get($"&resourceVersion={revision}&resourceVersionMatch=NotOlderThan");
        Assert.Equal((200, ""), (page.Code, page.Continue));
        Assert.True(page.Revision >= revision, $"a list of {page.Revision}, which is older than {revision}");
        SortedDictionary<string, ModelObject> items = new(StringComparer.Ordinal);
        Add(page, items, 0);
        Assert.Equal(history.At(scope, page.Revision).Values, items.Values);
        return (items, page.Revision);
    }

    /// <summary>Compares a list as of a version with what there was; it may be forgotten.</summary>
    /// <returns>The list, or null.</returns>
    public async Task<SortedDictionary<string, ModelObject>?> Exact(long revision)
    {
        ModelPage page = await get($"&resourceVersion={revision}&resourceVersionMatch=Exact");
        if (page.Code == 410)
        {
            AssertForgotten(revision);
            return null;
        }

        Assert.Equal((200, revision), (page.Code, page.Revision));
        SortedDictionary<string, ModelObject> items = new(StringComparer.Ordinal);
        Add(page, items, 0);
        Assert.Equal(history.At(scope, revision).Values, items.Values);
        return items;
    }

    private async Task<SortedDictionary<string, ModelObject>?> Pages(ModelPage first, int limit)
    {
        SortedDictionary<string, ModelObject> items = new(StringComparer.Ordinal);
        Add(first, items, limit);
        bool isPaged = first.Continue.Length > 0;
        for (ModelPage page = first; page.Continue.Length > 0;)
        {
            await between();
            page = await get($"&limit={limit}&continue={Uri.EscapeDataString(page.Continue)}");
            if (page.Code == 410)
            {
                AssertForgotten(first.Revision);
                await CheckRest(items, page.Continue);
                return null;
            }

            Assert.Equal((200, first.Revision), (page.Code, page.Revision));
            Add(page, items, limit);
        }

        if (isPaged)
        {
            tally.Add(ModelFact.PagedList);
        }

        return items;
    }

    private void Add(ModelPage page, SortedDictionary<string, ModelObject> items, int limit)
    {
        Assert.True(limit == 0 || page.Items.Count <= limit, "a page is longer than its limit");
        Assert.Equal(page.Items.OrderBy(item => item.Key, StringComparer.Ordinal), page.Items);
        foreach (ModelObject item in page.Items)
        {
            Assert.True(items.TryAdd(item.Key, item), $"{item} is listed twice");
        }

        if (page.Remaining is { } remaining)
        {
            Assert.Equal(history.At(scope, page.Revision).Count, items.Count + remaining);
        }
    }

    /// <summary>A list that has expired can be ended as things are now: the rest is whole too.</summary>
    private async Task CheckRest(SortedDictionary<string, ModelObject> items, string token)
    {
        Assert.NotEmpty(token);
        string last = items.Keys.Last();
        ModelPage rest = await get($"&continue={Uri.EscapeDataString(token)}");
        Assert.Equal((200, ""), (rest.Code, rest.Continue));
        Assert.Equal(history.At(scope, rest.Revision).Values.Where(item => string.CompareOrdinal(item.Key, last) > 0), rest.Items);
    }

    private void AssertForgotten(long revision)
    {
        Assert.True(history.MayHaveForgotten(scope.Plural, revision, isWatch: false), $"410, and {revision} cannot be forgotten");
        tally.Add(ModelFact.ListExpired);
    }
}
