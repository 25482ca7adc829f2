using Webhooks.Resources.Api;

namespace Webhooks.Client.Requests;

/// <summary>The requests for what a server says of itself.</summary>
public static class RawRequests
{
    // v2beta1 for servers before 1.30; those that know neither answer in the plain form.
    private const string Aggregated =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    /// <summary>Its version and build.</summary>
    public static ApiRequest Version { get; } = Get("/version");

    /// <summary>The core group: all resources where the server can say that at once, else its versions.</summary>
    public static ApiRequest CoreGroup { get; } = Get("/api", Aggregated);

    /// <summary>The other groups: all resources where the server can say that at once, else their names and versions.</summary>
    public static ApiRequest Groups { get; } = Get("/apis", Aggregated);

    /// <summary>Where the schemas of its kinds are, one document per group and version.</summary>
    public static ApiRequest OpenApi { get; } = Get("/openapi/v3");

    /// <summary>The resources of a group in one version, in the plain form.</summary>
    public static ApiRequest ResourcesOf(GroupVersion version) => Get(RootOf(version));

    /// <summary>The schemas of the kinds of a group in one version.</summary>
    public static ApiRequest OpenApiOf(GroupVersion version) => Get("/openapi/v3" + RootOf(version));

    private static string RootOf(GroupVersion version)
    {
        string name = RequestPath.Escape(version.Version, "version");
        return version.Group.Length == 0 ? $"/api/{name}" : $"/apis/{RequestPath.Escape(version.Group, "group")}/{name}";
    }

    private static ApiRequest Get(string target, string accept = "application/json") =>
        new() { Method = HttpMethod.Get, Verb = "get", Target = target, Accept = accept };
}
