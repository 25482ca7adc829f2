using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Discovery;

/// <summary>All discovery documents of one set of resources, as JSON.</summary>
/// <remarks>Thread safe. Each document is made when it is first asked for, and kept; another set of resources takes another object.</remarks>
/// <param name="resources">The resources that are served, in all versions.</param>
/// <param name="serverAddress">Where the server is to be reached: <c>127.0.0.1:6443</c>.</param>
internal sealed class DiscoveryDocuments(IEnumerable<ApiResource> resources, string serverAddress)
{
    private readonly ConcurrentDictionary<string, byte[]> _documents = [];

    /// <summary>The groups, versions and resources behind the documents.</summary>
    public ImmutableArray<ApiGroup> Groups { get; } = ApiGroup.Of(resources);

    /// <summary>What <c>/version</c> answers.</summary>
    public static ReadOnlyMemory<byte> Version { get; } = DiscoveryJson.Indent(Make(ServerVersion.Write));

    /// <summary>What <c>/</c> answers.</summary>
    public ReadOnlyMemory<byte> Index => _documents.GetOrAdd("/", _ => DiscoveryJson.Indent(Make(writer => RootPaths.Write(Groups, writer))));

    /// <summary>What <c>/api</c> answers.</summary>
    public ReadOnlyMemory<byte> CoreVersions => Get("/api", writer => LegacyDiscovery.WriteCoreVersions(Groups, serverAddress, writer));

    /// <summary>What <c>/apis</c> answers.</summary>
    public ReadOnlyMemory<byte> GroupList => Get("/apis", writer => LegacyDiscovery.WriteGroups(Groups, writer));

    /// <summary>What <c>/apis/GROUP</c> answers; null where there is no such group.</summary>
    public ReadOnlyMemory<byte>? Group(string name) => name.Length > 0 && Groups.FirstOrDefault(group => group.Name == name) is { } group
        ? Get("/apis/" + name, writer => LegacyDiscovery.WriteGroup(group, writer))
        : default(ReadOnlyMemory<byte>?);

    /// <summary>What <c>/api/v1</c> or <c>/apis/GROUP/VERSION</c> answers; null where there is no such version.</summary>
    public ReadOnlyMemory<byte>? Resources(GroupVersion version) =>
        Groups.SelectMany(group => group.Versions).FirstOrDefault(candidate => candidate.GroupVersion == version) is { } found
            ? Get("resources of " + version, writer => LegacyDiscovery.WriteResources(found, writer))
            : default(ReadOnlyMemory<byte>?);

    /// <summary>What <c>/api</c> answers who asks for the aggregated form in that version, <c>v2</c> or <c>v2beta1</c>.</summary>
    public ReadOnlyMemory<byte> AggregatedCore(string version) =>
        Get($"core in {version}", writer => AggregatedDiscovery.WriteCore(Groups, version, writer));

    /// <summary>What <c>/apis</c> answers who asks for the aggregated form in that version, <c>v2</c> or <c>v2beta1</c>.</summary>
    public ReadOnlyMemory<byte> AggregatedGroups(string version) =>
        Get($"groups in {version}", writer => AggregatedDiscovery.WriteGroups(Groups, version, writer));

    private byte[] Get(string key, Action<JsonWriter> write) => _documents.GetOrAdd(key, (_, make) => Make(make), write);

    private static byte[] Make(Action<JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        write(new JsonWriter(buffer));
        return buffer.WrittenSpan.ToArray();
    }
}
