using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Webhooks.Sandbox.Requests;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class RequestPathTests
{
    [Theory]
    // Collections and objects, in a namespace, over all, and in none.
    [InlineData("GET", "/api/v1/namespaces/n/pods", "list v1 pods in n")]
    [InlineData("GET", "/api/v1/namespaces/n/pods/p", "get v1 pods p in n")]
    [InlineData("GET", "/api/v1/pods", "list v1 pods")]
    [InlineData("GET", "/apis/apps/v1/namespaces/n/deployments/d/", "get apps/v1 deployments d in n")]
    [InlineData("POST", "/api/v1/nodes", "create v1 nodes")]
    [InlineData("DELETE", "/api/v1/namespaces/n/pods", "deletecollection v1 pods in n")]
    [InlineData("DELETE", "/api/v1/namespaces/n/pods/p", "delete v1 pods p in n")]
    [InlineData("PUT", "/api/v1/namespaces/n/pods/p/status", "update v1 pods/status p in n")]
    [InlineData("PATCH", "/apis/apps/v1/namespaces/n/deployments/d/scale", "patch apps/v1 deployments/scale d in n")]
    // Namespaces are resources, and places.
    [InlineData("GET", "/api/v1/namespaces", "list v1 namespaces")]
    [InlineData("GET", "/api/v1/namespaces/n", "get v1 namespaces n in n")]
    [InlineData("PUT", "/api/v1/namespaces/n/finalize", "update v1 namespaces/finalize n in n")]
    [InlineData("GET", "/api/v1/namespaces/n/status", "get v1 namespaces/status n in n")]
    // Watches, as today and of old.
    [InlineData("GET", "/api/v1/pods?watch=1", "watch v1 pods")]
    [InlineData("GET", "/api/v1/pods?watch=true", "watch v1 pods")]
    [InlineData("GET", "/api/v1/pods?watch=false", "list v1 pods")]
    [InlineData("GET", "/api/v1/pods?watch=0", "list v1 pods")]
    [InlineData("GET", "/api/v1/namespaces/n/pods/p?watch=1", "get v1 pods p in n")]
    [InlineData("GET", "/api/v1/watch/namespaces/n/pods", "watch v1 pods in n")]
    [InlineData("GET", "/api/v1/watch/namespaces/n/pods/p", "watch v1 pods p in n")]
    // A selector that names one object is about that one, as far as access goes.
    [InlineData("GET", "/api/v1/namespaces/n/pods?fieldSelector=metadata.name%3Dp", "list v1 pods (p) in n")]
    [InlineData("GET", "/api/v1/namespaces/n/pods?fieldSelector=metadata.name!%3Dp", "list v1 pods in n")]
    public void A_path_names_a_resource(string method, string target, string expected)
    {
        RequestInfo info = Read(method, target);

        Assert.True(info.IsResource);
        Assert.Equal(expected, Describe(info));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api")]
    [InlineData("/apis")]
    [InlineData("/api/v1")]
    [InlineData("/apis/apps")]
    [InlineData("/apis/apps/v1")]
    [InlineData("/apis/apps/v1/")]
    [InlineData("/version")]
    [InlineData("/healthz")]
    [InlineData("/openapi/v3/apis/apps/v1")]
    [InlineData("/api/v1//namespaces/n")]
    [InlineData("/api/v1/watch")]
    public void Other_paths_name_none(string target)
    {
        RequestInfo info = Read("GET", target);

        Assert.False(info.IsResource);
        Assert.Equal("get", info.Verb);
        Assert.Equal(target, info.Path);
    }

    private static RequestInfo Read(string method, string target)
    {
        string[] parts = target.Split('?');
        IQueryCollection query = new QueryCollection(QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : ""));
        return RequestPath.Read(method, parts[0], query);
    }

    private static string Describe(RequestInfo info) => info.Verb
        + $" {(info.Group.Length > 0 ? info.Group + "/" : "")}{info.Version} {info.Plural}"
        + (info.Subresource.Length > 0 ? "/" + info.Subresource : "")
        + (info.Name.Length == 0 ? "" : info.IsSelected ? $" ({info.Name})" : " " + info.Name)
        + (info.Namespace.Length > 0 ? " in " + info.Namespace : "");
}
