using System.Globalization;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Serving;

/// <summary>The page <c>/metrics</c>, in Prometheus' text format: of a real server's metrics those that tests count by.</summary>
internal static class MetricsPage
{
    /// <summary>Writes it.</summary>
    public static Answer Write(RequestCounts requests, Cluster cluster)
    {
        StringBuilder text = new();
        text.Append("# HELP apiserver_request_total [STABLE] Counter of apiserver requests broken out for each verb, dry run value, group, version, "
            + "resource, scope, component, and HTTP response code.\n# TYPE apiserver_request_total counter\n");
        foreach ((string labels, long count) in requests.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"apiserver_request_total{{{labels}}} {count}\n");
        }

        text.Append("# HELP apiserver_storage_objects [STABLE] Number of stored objects at the time of last check split by kind. "
            + "In case of a fetching error, the value will be -1.\n# TYPE apiserver_storage_objects gauge\n");
        foreach (GroupResource resource in cluster.Kinds.Resources.Where(one => one.Verbs.Contains("list")).Select(one => one.StoredAs).Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"apiserver_storage_objects{{resource=\"{resource}\"}} {cluster.Store.CountOf(resource)}\n");
        }

        return new Answer.Document(Encoding.UTF8.GetBytes(text.ToString()), ContentType: "text/plain; version=0.0.4; charset=utf-8");
    }
}
