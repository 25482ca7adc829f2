using System.Text;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>Watches, as the requests here ask for them.</summary>
internal static class WatchCases
{
    private static readonly ResourceRequests ConfigMaps = ResourceRequests.For<ConfigMap>();

    public static IEnumerable<(string Name, Func<ClientSession, Task> Run)> All =>
    [
        ("a watch follows the version of a list", FollowsAsync),
        ("a watch of no version begins with what is there", BeginsAsync),
        ("a watch of labels tells what ceases to fit as deleted", ForgetsAsync),
        ("a watch of one name tells of that alone", IsOfOneAsync),
        ("a watch that sends what is there ends that with a bookmark", SendsAllAsync),
        ("a watch of nothing that sends what is there has the bookmark alone", SendsNothingAsync),
        ("a watch ends after its time, with a bookmark before", EndsAsync),
        ("a watch of a forgotten version ends with an error", IsTooOldAsync),
    ];

    private static async Task FollowsAsync(ClientSession session)
    {
        await session.CreateAsync("before");
        ObjectList<ConfigMap> list = await session.Client.Of<ConfigMap>().ListAsync(session.Namespace, ListOptions.Default, default);
        ConfigMap made = await session.CreateAsync("a");
        await session.Client.Of<ConfigMap>().PatchAsync(ObjectKey.Of(made), new MergePatch("""{"data":{"key":"2"}}"""u8.ToArray()), null, default);
        await session.Client.Of<ConfigMap>().DeleteAsync(ObjectKey.Of(made), null, default);
        using WatchedLines lines = await OpenAsync(session, new() { ResourceVersion = list.ResourceVersion });
        Assert.Equal("ADDED a, MODIFIED a, DELETED a", string.Join(", ", await lines.NextAsync(), await lines.NextAsync(), await lines.NextAsync()));
    }

    private static async Task BeginsAsync(ClientSession session)
    {
        await session.CreateAsync("a");
        using WatchedLines lines = await OpenAsync(session, new() { LabelSelector = LabelSelector.Parse("label=a") });
        Assert.Equal("ADDED a", await lines.NextAsync());
        await session.CreateAsync("b");
        Assert.Equal("ADDED b", await lines.NextAsync());
    }

    private static async Task ForgetsAsync(ClientSession session)
    {
        ConfigMap made = await session.CreateAsync("a");
        using WatchedLines lines = await OpenAsync(session, new() { ResourceVersion = made.Metadata.ResourceVersion, LabelSelector = LabelSelector.Parse("label=a") });
        await session.Client.Of<ConfigMap>().PatchAsync(ObjectKey.Of(made), new MergePatch("""{"metadata":{"labels":{"label":"b"}}}"""u8.ToArray()), null, default);
        Assert.Equal("DELETED a", await lines.NextAsync());
    }

    private static async Task IsOfOneAsync(ClientSession session)
    {
        ConfigMap made = await session.CreateAsync("a");
        using WatchedLines lines = await OpenAsync(session, new() { ResourceVersion = made.Metadata.ResourceVersion, FieldSelector = FieldSelector.Parse("metadata.name=c") });
        await session.CreateAsync("b");
        await session.CreateAsync("c");
        Assert.Equal("ADDED c", await lines.NextAsync());
    }

    private static async Task SendsAllAsync(ClientSession session)
    {
        await session.CreateAsync("b");
        await session.CreateAsync("a");
        using WatchedLines lines = await OpenAsync(session, new() { SendInitialEvents = true, LabelSelector = LabelSelector.Parse("label=a") });
        Assert.Equal("ADDED a, ADDED b, BOOKMARK end", string.Join(", ", await lines.NextAsync(), await lines.NextAsync(), await lines.NextAsync(areBookmarksTold: true)));
        await session.CreateAsync("c");
        Assert.Equal("ADDED c", await lines.NextAsync());
    }

    private static async Task SendsNothingAsync(ClientSession session)
    {
        using WatchedLines lines = await OpenAsync(session, new() { SendInitialEvents = true, LabelSelector = LabelSelector.Parse("label=none") });
        Assert.Equal("BOOKMARK end", await lines.NextAsync(areBookmarksTold: true));
    }

    private static async Task EndsAsync(ClientSession session)
    {
        ConfigMap made = await session.CreateAsync("a");
        using WatchedLines lines = await OpenAsync(session, new() { ResourceVersion = made.Metadata.ResourceVersion, TimeoutSeconds = 3 });
        Assert.StartsWith("BOOKMARK", await lines.NextAsync(areBookmarksTold: true), StringComparison.Ordinal);
        Assert.Null(await lines.NextAsync());
    }

    private static async Task IsTooOldAsync(ClientSession session)
    {
        using WatchedLines lines = new(await session.Transport.SendAsync(ConfigMaps.Watch(session.Namespace, new() { ResourceVersion = "1" }), default));
        Assert.Equal("ERROR 410 Expired", await lines.NextAsync());
        Assert.Null(await lines.NextAsync());
    }

    private static async Task<WatchedLines> OpenAsync(ClientSession session, WatchOptions options) =>
        new(await session.Transport.SendAsync(ConfigMaps.Watch(session.Namespace, options), default));

    /// <summary>The events of a watch, one line each.</summary>
    private sealed class WatchedLines(ApiResponse response) : IDisposable
    {
        private readonly StreamReader _lines = new(response.Body, Encoding.UTF8);

        /// <summary>The next event; <c>null</c> when there is none any more.</summary>
        public async Task<string?> NextAsync(bool areBookmarksTold = false)
        {
            while (await _lines.ReadLineAsync() is { } line)
            {
                JsonValue told = JsonTree.Parse(line).Root;
                JsonValue item = told["object"u8];
                string type = told["type"u8].GetString();
                string text = type switch
                {
                    "ERROR" => $"{item["code"u8]} {item["reason"u8].GetString()}",
                    "BOOKMARK" => item["metadata"u8]["annotations"u8]["k8s.io/initial-events-end"u8].AsString() == "true" ? "end" : "",
                    _ => item["metadata"u8]["name"u8].GetString(),
                };
                if ((type != "BOOKMARK" || areBookmarksTold) && text != "kube-root-ca.crt")
                {
                    return $"{type} {text}";
                }
            }

            return null;
        }

        public void Dispose()
        {
            _lines.Dispose();
            response.Dispose();
        }
    }
}
