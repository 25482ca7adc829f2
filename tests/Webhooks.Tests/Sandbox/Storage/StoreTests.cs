using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.Tests.Sandbox.Storage;

public sealed class StoreTests
{
    private readonly Store _store = new(keptChanges: 100);

    [Fact]
    public void Each_write_is_one_revision()
    {
        long before = _store.Revision;
        StoredObject made = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"))!;
        StoredObject changed = _store.TryReplace(Stored.ConfigMaps, made, Stored.Of("n/x"))!;
        StoredObject gone = _store.TryDelete(Stored.ConfigMaps, changed)!;

        Assert.Equal([before + 1, before + 2, before + 3], [made.Revision, changed.Revision, gone.Revision]);
        Assert.Equal(before + 3, _store.Revision);
    }

    [Fact]
    public void Only_who_has_seen_the_newest_may_write()
    {
        StoredObject first = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"))!;
        StoredObject second = _store.TryReplace(Stored.ConfigMaps, first, Stored.Of("n/x"))!;
        long revision = _store.Revision;

        Assert.Null(_store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x")));
        Assert.Null(_store.TryReplace(Stored.ConfigMaps, first, Stored.Of("n/x")));
        Assert.Null(_store.TryDelete(Stored.ConfigMaps, first));
        Assert.Equal(revision, _store.Revision);
        Assert.Same(second, _store.Find(Stored.ConfigMaps, "n/x"));
    }

    [Fact]
    public void A_list_can_be_had_as_of_any_revision_that_is_kept()
    {
        Random random = new(2107);
        List<(long Revision, StoredObject[] Objects)> states = [];
        for (int step = 0; step < 90; step++)
        {
            string key = "n/" + random.Next(12);
            StoredObject? known = _store.Find(Stored.ConfigMaps, key);
            _ = known == null ? _store.TryCreate(Stored.ConfigMaps, Stored.Of(key))
                : random.Next(2) == 0 ? _store.TryDelete(Stored.ConfigMaps, known)
                : _store.TryReplace(Stored.ConfigMaps, known, Stored.Of(key));
            states.Add((_store.Revision, [.. _store.List(Stored.ConfigMaps, "n/").Objects]));
        }

        Assert.All(states, state => Assert.Equal(state.Objects, _store.ListAt(Stored.ConfigMaps, "n/", state.Revision)!.Objects));
    }

    [Fact]
    public void What_is_compacted_cannot_be_listed()
    {
        StoredObject made = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"))!;
        _store.TryDelete(Stored.ConfigMaps, made);
        _store.Compact();

        Assert.Null(_store.ListAt(Stored.ConfigMaps, "", made.Revision));
        Assert.Empty(_store.ListAt(Stored.ConfigMaps, "", _store.Revision)!.Objects);
        Assert.NotNull(_store.Watch(Stored.ConfigMaps, "", made.Revision));
    }

    [Fact]
    public void A_watch_is_told_each_change_once_and_in_order()
    {
        ChangeCursor cursor = _store.Watch(Stored.ConfigMaps, "n/", _store.Revision)!;
        StoredObject made = _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"))!;
        _store.TryCreate(Stored.ConfigMaps, Stored.Of("other/x"));
        StoredObject gone = _store.TryDelete(Stored.ConfigMaps, made)!;

        Assert.Equal([(ChangeKind.Added, made.Revision), (ChangeKind.Deleted, gone.Revision)], Read(cursor, out CursorEnd end));
        Assert.Equal(CursorEnd.None, end);
        Assert.Empty(Read(cursor, out _));
    }

    [Fact]
    public void A_watch_that_is_too_slow_is_told_so()
    {
        ChangeCursor slow = _store.Watch(Stored.ConfigMaps, "", _store.Revision)!;
        long before = _store.Revision;
        for (int i = 0; i <= 100; i++)
        {
            _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/" + i));
        }

        Assert.Empty(Read(slow, out CursorEnd end));
        Assert.Equal(CursorEnd.Lost, end);
        Assert.Null(_store.Watch(Stored.ConfigMaps, "", before));
        Assert.NotNull(_store.Watch(Stored.ConfigMaps, "", before + 1));
    }

    [Fact]
    public void A_collection_that_goes_ends_its_watches()
    {
        ChangeCursor cursor = _store.Watch(Stored.ConfigMaps, "", _store.Revision)!;
        long before = _store.Revision;
        _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"));
        _store.Drop(Stored.ConfigMaps);

        Assert.Single(Read(cursor, out CursorEnd end));
        Assert.Equal(CursorEnd.Closed, end);
        Assert.Null(_store.Find(Stored.ConfigMaps, "n/x"));
        Assert.Null(_store.Watch(Stored.ConfigMaps, "", before));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void However_many_changes_there_are_each_is_read_once(int count)
    {
        ChangeCursor cursor = _store.Watch(Stored.ConfigMaps, "n/", _store.Revision)!;
        for (int index = 0; index < count; index++)
        {
            _store.TryCreate(Stored.ConfigMaps, Stored.Of($"n/x{index}"));
            _store.TryCreate(Stored.ConfigMaps, Stored.Of($"other/x{index}"));
        }

        Assert.Equal(Enumerable.Range(0, count).Select(index => (ChangeKind.Added, 2L + (2 * index))), Read(cursor, out CursorEnd end));
        Assert.Equal((CursorEnd.None, _store.Revision), (end, cursor.Revision));
        Assert.False(cursor.More.IsCompleted);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_a_change()
    {
        ChangeCursor cursor = _store.Watch(Stored.ConfigMaps, "", _store.Revision)!;
        Read(cursor, out _);
        Task waiting = cursor.More;
        Assert.False(waiting.IsCompleted);

        _store.TryCreate(Stored.ConfigMaps, Stored.Of("n/x"));

        await waiting;
        Assert.Single(Read(cursor, out _));
    }

    private static List<(ChangeKind Kind, long Revision)> Read(ChangeCursor cursor, out CursorEnd end)
    {
        List<(ChangeKind, long)> read = [];
        while (cursor.TryRead(out Change? change, out end))
        {
            read.Add((change.Kind, change.Revision));
        }

        return read;
    }
}
