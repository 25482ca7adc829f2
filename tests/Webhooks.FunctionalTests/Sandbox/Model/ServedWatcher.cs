using System.Globalization;
using System.Net;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>A client over HTTPS that keeps a copy of what it looks at: it lists or starts with all, watches, and breaks off now and then.</summary>
/// <remarks>It reads until it sees an object named <see cref="Last"/>, which is made when all else has been written.</remarks>
internal sealed class ServedWatcher(SandboxClient client, string path, string selector, int seed)
{
    public const string Last = "last";

    private readonly Random _random = new(seed);
    private readonly SortedDictionary<string, string> _copy = new(StringComparer.Ordinal);
    private long _revision;
    private bool _hasSeenLast;

    /// <summary>How often its place was forgotten.</summary>
    public int Expired { get; private set; }

    /// <summary>Watches to the end, and compares its copy with the list of the same version.</summary>
    public async Task Run()
    {
        bool isNew = true;
        while (!_hasSeenLast)
        {
            isNew = await Watch(isNew);
        }

        (HttpStatusCode code, JsonValue list) = await client.GetAsync($"{path}?resourceVersion={_revision}&resourceVersionMatch=Exact{selector}");
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal(list["items"u8].Items().Select(item => $"{KeyOf(item)} {VersionOf(item)}").Order(StringComparer.Ordinal), _copy.Select(item => $"{item.Key} {item.Value}").Order(StringComparer.Ordinal));
    }

    /// <returns>Whether the next watch must start anew.</returns>
    private async Task<bool> Watch(bool isNew)
    {
        string query = $"?watch=1&allowWatchBookmarks=true&resourceVersion={_revision}{selector}";
        bool startsWithAll = isNew && _random.Next(2) == 0;
        if (startsWithAll)
        {
            query = $"?watch=1&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan{selector}";
            _copy.Clear();
        }
        else if (isNew)
        {
            await List();
            query = $"?watch=1&allowWatchBookmarks=true&resourceVersion={_revision}{selector}";
        }

        using WatchLines watch = await client.WatchAsync(path + query);
        int most = _random.Next(1, 60);
        while (!_hasSeenLast && (startsWithAll || most-- > 0))
        {
            JsonValue told = JsonTree.Parse(await watch.NextAsync() ?? throw new Xunit.Sdk.XunitException("the watch ended")).Root;
            string type = told["type"u8].GetString();
            JsonValue item = told["object"u8];
            if (type == "ERROR")
            {
                Assert.Equal("410", item["code"u8].ToString());
                Expired++;
                return true;
            }

            startsWithAll = Take(type, item, startsWithAll);
        }

        return false;
    }

    /// <returns>Whether there is more of what there was at the start.</returns>
    private bool Take(string type, JsonValue item, bool isInitial)
    {
        long version = VersionOf(item);
        if (type == "BOOKMARK")
        {
            Assert.True(isInitial || version >= _revision, "a bookmark goes back");
            _revision = version;
            _hasSeenLast |= isInitial && _copy.Keys.Any(IsLast);
            return false;
        }

        string key = KeyOf(item);
        if (isInitial)
        {
            Assert.Equal("ADDED", type);
            Assert.True(_copy.TryAdd(key, $"{version}"), "an object comes twice");
            return true;
        }

        Assert.True(version > _revision, $"versions go back from {_revision} to {version}");
        Assert.Equal(type != "ADDED", _copy.ContainsKey(key));
        _revision = version;
        _ = type == "DELETED" ? _copy.Remove(key) : (_copy[key] = $"{version}") != null;
        _hasSeenLast |= type == "ADDED" && IsLast(key);
        return false;
    }

    private async Task List()
    {
        _copy.Clear();
        string token = "";
        int limit = _random.Next(5);
        do
        {
            (HttpStatusCode code, JsonValue page) = await client.GetAsync($"{path}?limit={limit}&continue={Uri.EscapeDataString(token)}{selector}");
            Assert.Equal(HttpStatusCode.OK, code);
            foreach (JsonValue item in page["items"u8].Items())
            {
                Assert.True(_copy.TryAdd(KeyOf(item), $"{VersionOf(item)}"), "an object is on two pages");
            }

            long version = VersionOf(page);
            Assert.True(token.Length == 0 || version == _revision, "a page is of another version");
            (token, _revision) = (page["metadata"u8]["continue"u8].AsString() ?? "", version);
        }
        while (token.Length > 0);
        _hasSeenLast = _copy.Keys.Any(IsLast);
    }

    private static bool IsLast(string key) => key.EndsWith("/" + Last, StringComparison.Ordinal);

    private static string KeyOf(JsonValue item) => $"{item["metadata"u8]["namespace"u8].AsString()}/{item["metadata"u8]["name"u8].GetString()}";

    private static long VersionOf(JsonValue item) => long.Parse(item["metadata"u8]["resourceVersion"u8].GetString(), CultureInfo.InvariantCulture);
}
