using Microsoft.AspNetCore.Http;

namespace Webhooks.Sandbox.Requests;

/// <summary>Reads what a path asks for.</summary>
internal static class RequestPath
{
    private static readonly string[] NamespaceSubresources = ["status", "finalize"];

    /// <summary>What a method and a path ask for.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, decoded.</param>
    /// <param name="query">The query: it tells a watch from a list, and may name one object.</param>
    public static RequestInfo Read(string method, string path, IQueryCollection query)
    {
        string[] parts = path.Trim('/').Split('/');
        RequestInfo none = new() { Method = method, Path = path, Verb = method.ToLowerInvariant() };
        int prefix = parts[0] switch { "api" => 2, "apis" => 3, _ => int.MaxValue };
        if (parts.Length <= prefix || path.Contains("//", StringComparison.Ordinal))
        {
            return none;
        }

        if (parts.AsSpan(prefix) is ["watch"])
        {
            return none;
        }

        RequestInfo info = none with
        {
            IsResource = true,
            Group = prefix == 3 ? parts[1] : "",
            Version = parts[prefix - 1],
        };
        ReadOnlySpan<string> rest = parts.AsSpan(prefix);
        if (rest[0] == "watch")
        {
            rest = rest[1..];
            info = info with { IsWatchPath = true };
        }

        info = ReadNames(info, rest);
        info = info with { Verb = VerbOf(info, query) };
        return info.Name.Length == 0 && SelectedName(method, query) is { Length: > 0 } name ? info with { Name = name, IsSelected = true } : info;
    }

    private static RequestInfo ReadNames(RequestInfo info, ReadOnlySpan<string> rest)
    {
        if (rest.Length > 1 && rest[0] == "namespaces")
        {
            info = info with { Namespace = rest[1] };
            // The namespace itself, or what is in it.
            if (rest.Length > 2 && !NamespaceSubresources.Contains(rest[2]))
            {
                rest = rest[2..];
            }
        }

        return info with
        {
            Plural = At(rest, 0),
            Name = At(rest, 1),
            Subresource = At(rest, 2),
            ExtraSegments = Math.Max(0, rest.Length - 3),
        };
    }

    private static string At(ReadOnlySpan<string> parts, int index) => index < parts.Length ? parts[index] : "";

    private static string VerbOf(RequestInfo info, IQueryCollection query) => info.Method switch
    {
        "GET" or "HEAD" when info.IsWatchPath => "watch",
        "GET" or "HEAD" when info.Name.Length > 0 => "get",
        "GET" or "HEAD" => QueryValues.Flag(query, "watch") ? "watch" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => info.Name.Length > 0 ? "delete" : "deletecollection",
        _ => "",
    };

    /// <summary>A collection's request whose field selector names one object counts as one for that object.</summary>
    private static string SelectedName(string method, IQueryCollection query) =>
        method is "GET" or "DELETE"
        && Webhooks.Resources.Selectors.FieldSelector.TryParse(query["fieldSelector"].ToString(), out var selector, out _)
        && selector.TryGetExactValue("metadata.name", out string? name)
            ? name
            : "";
}
