using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Tests.Client.Watching;

/// <summary>What goes wrong with requests and watches of a history.</summary>
internal static class HistoryFaults
{
    /// <summary>The version is none yet, or no longer, after a restore.</summary>
    public static Status TooLarge { get; } =
        Status.Timeout("Too large resource version", 1) with { Details = new() { Causes = [new("ResourceVersionTooLarge", "Too large resource version", "")] } };

    /// <summary>How a request fails.</summary>
    public static Exception Any(Random random, ScriptedExchange asked) => random.Next(8) switch
    {
        0 => new KubernetesApiException(Status.TooManyRequests("no", random.Next(5))),
        1 => new KubernetesApiException(Status.InternalError("no")),
        2 => new KubernetesApiException(Status.ServiceUnavailable("no")),
        3 => new HttpRequestException("connection refused"),
        4 => new TimeoutException("too long"),
        5 => new KubernetesApiException(Status.Expired("too old")),
        6 => new KubernetesApiException(Status.Gone("gone") with { Code = 0 }),
        _ => asked["sendInitialEvents"] == "true"
            ? new KubernetesApiException(Status.Invalid(new("meta.k8s.io", "ListOptions"), "", [new("FieldValueForbidden", "Forbidden", "sendInitialEvents")]))
            : new KubernetesApiException(TooLarge),
    };

    /// <summary>A line that says that the version is no longer kept, in any of its shapes.</summary>
    public static string Expired(Random random) => random.Next(3) switch
    {
        0 => WatchTexts.Error(410, ""),
        1 => WatchTexts.Error(0, "Expired"),
        _ => WatchTexts.Error(0, "Gone"),
    };

    /// <summary>A line that nobody expects.</summary>
    public static string Line(Random random) => random.Next(8) switch
    {
        0 => WatchTexts.Error(500, "InternalError"),
        1 => WatchTexts.Error(429, "TooManyRequests", """{"retryAfterSeconds":2}"""),
        2 => Expired(random),
        3 => "{\"type\":\"ADDED\",\"object\":{\n",
        4 => WatchTexts.Event("MOVED", WatchTexts.Item("k1@999999")),
        5 => "\n",
        6 => "no JSON\n",
        _ => WatchTexts.Event("ERROR", "null"),
    };
}
