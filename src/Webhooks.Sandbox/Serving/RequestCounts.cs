using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Serving;

/// <summary>How many requests about resources were answered, by what they asked for and what they got.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class RequestCounts
{
    private readonly ConcurrentDictionary<Series, StrongBox<long>> _counts = new();

    /// <summary>The counts by their labels, in the order of what is written.</summary>
    public IEnumerable<KeyValuePair<string, long>> All =>
        _counts.Select(count => KeyValuePair.Create(count.Key.Labels, count.Value.Value)).OrderBy(count => count.Key, StringComparer.Ordinal);

    /// <summary>Counts a request, where it is about a resource: before its client knows of the answer, and a watch when it ends.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="request">As it came.</param>
    /// <param name="code">The HTTP code that is answered.</param>
    public void Add(Exchange exchange, HttpRequest request, int code)
    {
        if (exchange.Resource is not { } resource)
        {
            return;
        }

        RequestInfo info = exchange.Info;
        string scope = info.Name.Length > 0 || info.Verb == "create" ? "resource" : info.Namespace.Length > 0 ? "namespace" : "cluster";
        string verb = info.Verb switch
        {
            "patch" when request.ContentType?.StartsWith("application/apply-patch", StringComparison.Ordinal) == true => "APPLY",
            "create" when info.IsLongRunning => "CONNECT",
            "create" => "POST",
            "update" => "PUT",
            _ => info.Verb.ToUpperInvariant(),
        };
        Series series = new(verb, resource.Group, resource.Version, resource.Plural, info.Subresource, scope, request.Query.ContainsKey("dryRun"), code);
        Interlocked.Increment(ref _counts.GetOrAdd(series, _ => new StrongBox<long>()).Value);
    }

    private readonly record struct Series(
        string Verb, string Group, string Version, string Resource, string Subresource, string Scope, bool IsDryRun, int Code)
    {
        public string Labels =>
            $"code=\"{Code}\",component=\"apiserver\",dry_run=\"{(IsDryRun ? "All" : "")}\",group=\"{Group}\",resource=\"{Resource}\","
            + $"scope=\"{Scope}\",subresource=\"{Subresource}\",verb=\"{Verb}\",version=\"{Version}\"";
    }
}
