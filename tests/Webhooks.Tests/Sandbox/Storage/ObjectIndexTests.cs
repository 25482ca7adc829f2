using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.Tests.Sandbox.Storage;

public sealed class ObjectIndexTests
{
    [Fact]
    public void It_holds_what_a_sorted_dictionary_holds()
    {
        Random random = new(2107);
        ObjectIndex index = new();
        SortedDictionary<string, StoredObject> expected = new(StringComparer.Ordinal);
        for (int step = 0; step < 20_000; step++)
        {
            string key = $"{(char)('a' + random.Next(4))}{(random.Next(2) == 0 ? "-b" : "")}/{random.Next(1500)}";
            if (random.Next(3) == 0)
            {
                index.Remove(key);
                expected.Remove(key);
            }
            else
            {
                StoredObject stored = Stored.Of(key);
                index.Set(stored);
                expected[key] = stored;
            }
        }

        Assert.True(expected.Count > 2000);
        Assert.Equal(expected.Count, index.Count);
        Assert.Equal(expected.Values, index.Range(""));
        foreach (string prefix in (string[])["a/", "a-b/", "c/", "d-b/", "e/", "a/1"])
        {
            Assert.Equal(expected.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(item => item.Value), index.Range(prefix));
        }

        Assert.All(expected, item => Assert.Same(item.Value, index.Find(item.Key)));
        Assert.Null(index.Find("b/none"));
    }

    [Fact]
    public void Nothing_is_in_an_empty_one()
    {
        ObjectIndex index = new();
        index.Remove("a");

        Assert.Empty(index.Range(""));
        Assert.Empty(index.Range("a/"));
        Assert.Null(index.Find("a"));
    }

    [Fact]
    public void Namespaces_come_in_the_order_of_their_keys()
    {
        ObjectIndex index = new();
        index.Set(Stored.Of("a/x"));
        index.Set(Stored.Of("a-b/x"));

        Assert.Equal(["a-b/x", "a/x"], index.Range("").Select(item => item.Key));
    }
}
