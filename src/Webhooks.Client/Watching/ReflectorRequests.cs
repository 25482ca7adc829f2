using System.Diagnostics;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Selectors;

namespace Webhooks.Client.Watching;

/// <summary>The requests of a reflector, by its options.</summary>
internal sealed class ReflectorRequests<T>(ReflectorOptions<T> options)
    where T : class, IKubernetesObject<T>
{
    private readonly ResourceRequests _requests = ResourceRequests.For<T>();
    private readonly LabelSelector _labels = LabelSelector.Parse(options.LabelSelector);
    private readonly FieldSelector _fields = FieldSelector.Parse(options.FieldSelector);

    /// <summary>A page of a list; only the first says at which version.</summary>
    public ApiRequest List(WatchAction.List list)
    {
        bool isFirst = list.Continue.Length == 0;
        return _requests.List(options.Namespace, new ListOptions
        {
            LabelSelector = _labels,
            FieldSelector = _fields,
            ResourceVersion = isFirst ? Version(list.Version) : null,

            // Without it a page is asked at that very version, which the server may have to dig for.
            ResourceVersionMatch = isFirst && list.Version is not ("" or "0") ? "NotOlderThan" : "",
            Limit = list.IsPaged ? options.PageSize : 0,
            Continue = list.Continue,
        });
    }

    /// <summary>A watch that the server ends after some seconds.</summary>
    public ApiRequest Watch(WatchAction action, int seconds) => _requests.Watch(options.Namespace, new WatchOptions
    {
        LabelSelector = _labels,
        FieldSelector = _fields,
        ResourceVersion = action switch
        {
            WatchAction.Watch watch => Version(watch.Version),
            WatchAction.WatchList list => Version(list.Version),
            _ => throw new UnreachableException($"{action} is no watch"),
        },
        TimeoutSeconds = seconds,
        SendInitialEvents = action is WatchAction.WatchList,
    });

    private static string? Version(string version) => version.Length == 0 ? null : version;
}
