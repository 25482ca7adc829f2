using Webhooks.Client.Objects;
using Webhooks.Client.Requests;

namespace Webhooks.Client.Watching;

/// <summary>The requests of a reflector, by its options.</summary>
internal sealed class ReflectorRequests<T>(ReflectorOptions<T> options)
    where T : class, IKubernetesObject<T>
{
    private readonly string _path = PathOf(options.Namespace);

    /// <summary>A page of a list; only the first says at which version.</summary>
    public ApiRequest List(WatchAction.List list) => Request("list", [
        .. Selectors(),
        ("resourceVersion", list.Continue.Length == 0 ? list.Version : ""),

        // Without it a page is asked at that very version, which the server may have to dig for.
        ("resourceVersionMatch", list.Continue.Length == 0 && list.Version is not ("" or "0") ? "NotOlderThan" : ""),
        ("limit", list.IsPaged && options.PageSize > 0 ? $"{options.PageSize}" : ""),
        ("continue", list.Continue)]);

    /// <summary>A watch that the server ends after some seconds.</summary>
    public ApiRequest Watch(WatchAction action, int seconds) => Request("watch", [
        ("watch", "1"),
        ("allowWatchBookmarks", "true"),
        ("timeoutSeconds", $"{seconds}"),
        .. Selectors(),
        .. action switch
        {
            WatchAction.Watch watch => [("resourceVersion", watch.Version)],
            WatchAction.WatchList list => [("resourceVersion", list.Version), ("sendInitialEvents", "true"), ("resourceVersionMatch", "NotOlderThan")],
            _ => Array.Empty<(string, string)>(),
        }]);

    private ApiRequest Request(string verb, IEnumerable<(string Name, string Value)> query) => new()
    {
        Method = HttpMethod.Get,
        Verb = verb,
        Target = _path + "?" + string.Join('&', query.Where(one => one.Value.Length > 0).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")),
    };

    private (string Name, string Value)[] Selectors() => [("labelSelector", options.LabelSelector), ("fieldSelector", options.FieldSelector)];

    private static string PathOf(string space)
    {
        ResourceType resource = T.Resource;
        string root = resource.Group.Length == 0 ? $"/api/{resource.Version}" : $"/apis/{resource.Group}/{resource.Version}";
        return space.Length == 0 ? $"{root}/{resource.Plural}" : $"{root}/namespaces/{Uri.EscapeDataString(space)}/{resource.Plural}";
    }
}
