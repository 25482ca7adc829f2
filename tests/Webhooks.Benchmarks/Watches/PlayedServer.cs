using System.Globalization;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Benchmarks.Watches;

/// <summary>Answers without a wire: lists of Pods, pages as they are asked for, and one watch.</summary>
/// <param name="pods">How many Pods there are.</param>
/// <param name="watch">The body of a watch; <c>null</c>: the list was all.</param>
/// <param name="listed">Told when all of a page has been read, but for its end.</param>
internal sealed class PlayedServer(int pods, Func<Stream>? watch, Action listed) : IApiTransport
{
    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Verb != "list")
        {
            return watch == null ? Task.FromCanceled<ApiResponse>(new CancellationToken(canceled: true)) : Answer(watch());
        }

        Dictionary<string, string> query = request.Target.Split('?')[1].Split('&').Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1]);
        int from = query.TryGetValue("continue", out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        int count = Math.Min(pods - from, query.TryGetValue("limit", out text) ? int.Parse(text, CultureInfo.InvariantCulture) : int.MaxValue);
        return Answer(new PartStream(WatchedPods.Page(from, count, from + count < pods ? $"{from + count}" : ""), listed));
    }

    private static Task<ApiResponse> Answer(Stream body) => Task.FromResult(new ApiResponse(200, body, body));
}
