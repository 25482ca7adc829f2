using Xunit;
using DrawnTrie = Webhooks.Client.Caching.Trie<Webhooks.Tests.Client.Caching.DrawnItem, int, Webhooks.Tests.Client.Caching.DrawnKeys>;

namespace Webhooks.Tests.Client.Caching;

public sealed class TrieTests
{
    [Fact]
    public void Nothing_is_found_in_an_empty_one()
    {
        Assert.Empty(DrawnTrie.Empty);
        Assert.Null(DrawnTrie.Empty.Find(1));
        Assert.Same(DrawnTrie.Empty, DrawnTrie.Empty.Without(1));
    }

    [Fact]
    public void What_is_taken_out_of_it_leaves_nothing_behind()
    {
        DrawnTrie trie = DrawnTrie.Empty;
        foreach (int key in Enumerable.Range(0, 2000))
        {
            trie = trie.With(new DrawnItem(key, key));
        }

        Assert.Equal(2000, trie.Count);
        Assert.Equal(Enumerable.Range(0, 2000), trie.Select(item => item.Key).Order());
        foreach (int key in Enumerable.Range(0, 2000))
        {
            trie = trie.Without(key);
        }

        Assert.Same(DrawnTrie.Empty, trie);
    }

    [Fact]
    public void Without_what_it_does_not_have_it_is_itself()
    {
        DrawnTrie trie = DrawnTrie.Empty.With(new DrawnItem(1, 1)).With(new DrawnItem(DrawnKeys.Alike(1), 2));
        Assert.Same(trie, trie.Without(2));
        Assert.Same(trie, trie.Without(DrawnKeys.Alike(DrawnKeys.Alike(1))));
    }

    // Some hashes differ in their last bits alone, and some not at all.
    [Fact]
    public void It_does_what_a_dictionary_does_and_what_was_stays()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            int keys = 2 + random.Next(400);
            DrawnTrie trie = DrawnTrie.Empty;
            Dictionary<int, DrawnItem> expected = [];
            DrawnTrie before = trie;
            DrawnItem[] then = [];
            for (int step = 0; step < 300; step++)
            {
                DrawnItem item = new(random.Next(2) == 0 ? random.Next(keys) : DrawnKeys.Alike(random.Next(keys)), step);
                if (random.Next(5) < 2)
                {
                    trie = trie.Without(item.Key);
                    expected.Remove(item.Key);
                }
                else
                {
                    trie = trie.With(item);
                    expected[item.Key] = item;
                }

                if (random.Next(40) == 0)
                {
                    Assert.Equal(then, before.OrderBy(kept => kept.Key));
                    (before, then) = (trie, [.. expected.Values.OrderBy(kept => kept.Key)]);
                }

                Assert.Equal(expected.Count, trie.Count);
                Assert.Same(expected.GetValueOrDefault(item.Key), trie.Find(item.Key));
            }

            Assert.Equal(expected.Values.OrderBy(kept => kept.Key), trie.OrderBy(kept => kept.Key));
            Assert.All(expected, pair => Assert.Same(pair.Value, trie.Find(pair.Key)));
            Assert.All(expected.Keys, key => trie = trie.Without(key));
            Assert.Same(DrawnTrie.Empty, trie);
        }
    }
}
