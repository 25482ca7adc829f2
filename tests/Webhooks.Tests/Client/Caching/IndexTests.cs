using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Xunit;

namespace Webhooks.Tests.Client.Caching;

/// <summary>Indexes and what readers see of them, each invariant in a test of its number.</summary>
public sealed class IndexTests
{
    private readonly ObjectStore<ConfigMap> _store = new();
    private readonly List<string> _failures = [];

    private int Colors => _store.Snapshot.Index(Maps.ByColor).Count;

    [Fact]
    public void Objects_are_found_by_each_of_their_values()
    {
        AddColors();
        Set(Maps.Map("a", 1, "red blue"), Maps.Map("b", 1, "red"), Maps.Map("c", 1));
        Assert.Equal(["a@1", "b@1"], Find("red"));
        Assert.Equal(["a@1"], Find("blue"));
        Assert.Empty(Find("green"));

        Set(Maps.Map("a", 2, "green blue blue"));
        Assert.Equal(["b@1"], Find("red"));
        Assert.Equal(["a@2"], Find("blue"));
        Assert.Equal(["a@2"], Find("green"));
    }

    [Fact]
    public void An_index_that_comes_late_has_what_there_is()
    {
        Set(Maps.Map("a", 1, "red"), Maps.Map("b", 1, "red blue"));
        AddColors();
        Assert.Equal(["a@1", "b@1"], Find("red"));
        Remove("b", "red blue");
        Assert.Equal(["a@1"], Find("red"));
    }

    [Fact]
    public void A_name_belongs_to_one_function()
    {
        AddColors();
        Assert.True(_store.TryAddIndex(Colored(Maps.Colors)));
        Assert.False(_store.TryAddIndex(Colored(_ => [])));
        Assert.StartsWith("There is no index size of ConfigMap", Assert.Throws<ArgumentException>(() => _store.Snapshot.Index("size")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S5_an_answer_stays_as_it_is()
    {
        AddColors();
        Set(Maps.Map("a", 1, "red"), Maps.Map("b", 1, "red"));
        StoreSnapshot<ConfigMap> then = _store.Snapshot;
        Set(Maps.Map("a", 2, "blue"), Maps.Map("c", 3, "red"));
        Remove("b", "red");
        Assert.Equal(["a@1", "b@1"], then.Items.Texts());
        Assert.Equal(["a@1", "b@1"], then.Index(Maps.ByColor).Find("red").Texts());
        Assert.Empty(then.Index(Maps.ByColor).Find("blue"));
        Assert.Equal(["c@3"], Find("red"));
    }

    // The writer moves every object from one color to the next; so each color has all of them, or is being left or entered.
    [Fact]
    public async Task S5_concurrent_readers_find_each_object_once_and_where_it_belongs()
    {
        const int Objects = 40;
        AddColors();
        Set([.. Enumerable.Range(0, Objects).Select(index => Maps.Map($"m{index}", 1, "c0"))]);
        using CancellationTokenSource end = new();
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(end.Token)))];
        for (int version = 2; version < 400 || readers.Any(reader => reader.Status < TaskStatus.Running); version++)
        {
            Set([.. Enumerable.Range(0, Objects).Select(index => Maps.Map($"m{index}", version, $"c{version % 3}"))]);
        }

        await end.CancelAsync();
        Assert.All(await Task.WhenAll(readers), answers => Assert.True(answers > 0));

        int Read(CancellationToken cancellationToken)
        {
            int answers = 0;
            do
            {
                StoreSnapshot<ConfigMap> seen = _store.Snapshot;
                Assert.Equal(Objects, seen.Items.Select(map => map.Metadata.Name).Distinct().Count());
                string[] found = [.. Enumerable.Range(0, 3).SelectMany(color => Of(seen, $"c{color}"))];
                Assert.Equal(seen.Items.Texts(), found.Order(StringComparer.Ordinal));
                answers++;
            }
            while (!cancellationToken.IsCancellationRequested);
            return answers;
        }

        static IEnumerable<string> Of(StoreSnapshot<ConfigMap> seen, string color)
        {
            IReadOnlyCollection<ConfigMap> maps = seen.Index(Maps.ByColor).Find(color);
            Assert.All(maps, map => Assert.Equal([color], Maps.Colors(map)));
            return maps.Select(Maps.Text);
        }
    }

    [Fact]
    public void S6_a_value_goes_with_its_last_object()
    {
        AddColors();
        for (int version = 1; version <= 100_000; version++)
        {
            string colors = $"c{version} c{version / 2}";
            Set(Maps.Map("a", version, colors));
            Assert.InRange(Colors, 1, 2);
            if (version % 3 == 0)
            {
                Remove("a", colors, version);
                Assert.Equal(0, Colors);
            }
        }
    }

    [Fact]
    public void An_object_whose_values_cannot_be_told_is_under_none_and_found_by_its_key()
    {
        _store.TryAddIndex(Colored(map => map.Metadata.Name == "bad" ? throw new InvalidOperationException("no color") : Maps.Colors(map)));
        Set(Maps.Map("good", 1, "red"), Maps.Map("bad", 1, "red"));
        Assert.Equal(["good@1"], Find("red"));
        Assert.Equal(["bad@1", "good@1"], _store.Snapshot.Items.Texts());
        Assert.Equal(["color ns/bad no color"], _failures);
    }

    private void AddColors() => Assert.True(_store.TryAddIndex(Colored(Maps.Colors)));

    private Indexer<ConfigMap> Colored(Func<ConfigMap, IEnumerable<string>> values) =>
        new(Maps.ByColor, values, (index, key, failure) => _failures.Add($"{index} {key} {failure.Message}"));

    private IEnumerable<string> Find(string color) => _store.Snapshot.Index(Maps.ByColor).Find(color).Texts();

    private void Set(params ConfigMap[] maps) => Array.ForEach(maps, map => _store.Set(map, []));

    private void Remove(string name, string colors, long version = 100) => _store.Remove(Maps.Map(name, version, colors), []);
}
