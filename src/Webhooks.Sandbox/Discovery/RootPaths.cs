using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Discovery;

/// <summary>The paths that the server lists at <c>/</c>.</summary>
internal static class RootPaths
{
    private static readonly string[] Fixed =
    [
        "/api", "/apis", "/apis/", "/healthz", "/healthz/ping", "/livez", "/livez/ping", "/metrics", "/openapi/v2", "/openapi/v3", "/openapi/v3/",
        "/readyz", "/readyz/ping", "/version",
    ];

    /// <summary>Writes the paths in order.</summary>
    public static void Write(IEnumerable<ApiGroup> groups, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteTexts("paths", Fixed.Concat(groups.SelectMany(PathsOf)).Order(StringComparer.Ordinal));
        writer.EndObject();
    }

    private static IEnumerable<string> PathsOf(ApiGroup group) => group.Name.Length == 0
        ? group.Versions.Select(version => "/api/" + version.GroupVersion.Version)
        : group.Versions.Select(version => "/apis/" + version.GroupVersion).Prepend("/apis/" + group.Name);
}
