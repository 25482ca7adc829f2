using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.Tests.Sandbox.Storage;

public sealed class TogetherTests
{
    private readonly Store _store = new(keptChanges: 100);

    [Fact]
    public void A_create_comes_behind_the_replacements_it_needs()
    {
        StoredObject seen = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"))!;
        StoredObject? made = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/y"), [new Replacement(Stored.ConfigMaps, seen, Stored.Of("n/x"))]);

        Assert.Equal([seen.Revision + 1, seen.Revision + 2], [_store.Find(Stored.ConfigMaps, "n/x")!.Revision, made!.Revision]);
    }

    [Fact]
    public void Where_one_write_cannot_be_none_is()
    {
        StoredObject seen = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"))!;
        StoredObject newer = _store.TryReplace(Stored.ConfigMaps, seen, Stored.Of("n/x"))!;
        StoredObject other = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/z"))!;
        long revision = _store.Revision;
        Replacement late = new(Stored.ConfigMaps, seen, Stored.Of("n/x"));
        Replacement right = new(Stored.ConfigMaps, newer, Stored.Of("n/x"));

        Assert.Null(_store.TryCreate(Stored.ConfigMaps, Stored.Of("n/y"), [new(Stored.ConfigMaps, other, Stored.Of("n/z")), late]));
        Assert.Null(_store.TryCreate(Stored.ConfigMaps, Stored.Of("n/z"), [right]));
        Assert.Null(_store.TryReplace(Stored.ConfigMaps, other, Stored.Of("n/z"), [late]));
        Assert.Null(_store.TryReplace(Stored.ConfigMaps, seen, Stored.Of("n/x"), []));
        Assert.Equal(revision, _store.Revision);
    }

    [Fact]
    public void What_is_kept_by_namespace_follows_every_write()
    {
        _store.TryCreate(Stored.ConfigMaps, Stored.Of("a/y"));
        NamespaceIndex index = _store.Index(Stored.ConfigMaps);
        long before = _store.Revision;
        StoredObject made = _store.TryCreate(Stored.ConfigMaps, Stored.Of("a/x"))!;
        Assert.Same(index, _store.Index(Stored.ConfigMaps));
        Assert.Equal(["a/x", "a/y"], index.In("a").Select(item => item.Key));
        Assert.Empty(index.In("b"));

        StoredObject changed = _store.TryReplace(Stored.ConfigMaps, made, Stored.Of("a/x"))!;
        Assert.Same(changed, index.In("a")[0]);
        _store.TryDelete(Stored.ConfigMaps, changed);
        Assert.Equal(["a/y"], index.In("a").Select(item => item.Key));

        _store.Restore(before - 1);
        Assert.Empty(index.In("a"));
        Assert.Empty(index.All());
    }
}
