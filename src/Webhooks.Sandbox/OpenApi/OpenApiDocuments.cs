using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>All OpenAPI documents of one set of resources, as JSON; the oldest as protobuf too.</summary>
/// <remarks>
/// Thread safe. Each document is made when it is first asked for, and kept; those of built-in groups are shared by all sets.
/// Another set of resources takes another object.
/// </remarks>
/// <param name="groups">The groups that are served, as <see cref="DiscoveryDocuments.Groups"/> has them.</param>
internal sealed class OpenApiDocuments(ImmutableArray<ApiGroup> groups)
{
    private static readonly ConcurrentDictionary<GroupVersion, Document> BuiltIn = [];

    private readonly ImmutableArray<ApiVersion> _versions = [.. groups.SelectMany(group => group.Versions)];
    private readonly ConcurrentDictionary<GroupVersion, Document> _custom = [];
    private readonly Lazy<byte[]> _swagger = new(() => SwaggerDocument.Make([.. groups.SelectMany(group => group.Versions)]));
    private byte[]? _index;
    private byte[]? _swaggerMessage;

    /// <summary>What <c>/openapi/v3</c> answers: where each document is, with the hash of its content.</summary>
    public ReadOnlyMemory<byte> Index => _index ??= MakeIndex();

    /// <summary>What <c>/openapi/v2</c> answers.</summary>
    public ReadOnlyMemory<byte> Swagger => _swagger.Value;

    /// <summary>What it answers who asks for <see cref="SwaggerMessage.MediaType"/>.</summary>
    public ReadOnlyMemory<byte> SwaggerAsProtobuf => _swaggerMessage ??= SwaggerMessage.Make(_swagger.Value);

    /// <summary>What <c>/openapi/v3/PATH</c> answers; null where there is no such document.</summary>
    /// <param name="path">What follows <c>/openapi/v3/</c>: <c>api/v1</c>, <c>apis/apps/v1</c>.</param>
    /// <param name="hash">The hash that the index has for it.</param>
    public ReadOnlyMemory<byte>? Find(string path, out string hash)
    {
        ApiVersion? version = _versions.FirstOrDefault(candidate => PathOf(candidate) == path);
        Document? document = version is null ? null : DocumentOf(version);
        hash = document?.Hash ?? "";
        return document is null ? default(ReadOnlyMemory<byte>?) : document.Text;
    }

    private static string PathOf(ApiVersion version) =>
        version.GroupVersion.Group.Length == 0 ? "api/" + version.GroupVersion : "apis/" + version.GroupVersion;

    private Document DocumentOf(ApiVersion version)
    {
        bool isCustom = version.Resources.Any(resource => resource.IsCustom);
        return (isCustom ? _custom : BuiltIn).GetOrAdd(version.GroupVersion, (_, made) => Document.Of(made), version);
    }

    private byte[] MakeIndex()
    {
        ArrayBufferWriter<byte> buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteName("paths"u8);
        writer.StartObject();
        foreach (ApiVersion version in _versions.OrderBy(PathOf, StringComparer.Ordinal))
        {
            writer.WriteName(PathOf(version));
            writer.StartObject();
            writer.WriteText("serverRelativeURL", $"/openapi/v3/{PathOf(version)}?hash={DocumentOf(version).Hash}");
            writer.EndObject();
        }

        writer.EndObject();
        writer.EndObject();
        return buffer.WrittenSpan.ToArray();
    }

    private sealed record Document(byte[] Text, string Hash)
    {
        public static Document Of(ApiVersion version)
        {
            byte[] text = VersionDocument.Make(version);
            return new Document(text, Convert.ToHexString(SHA512.HashData(text)));
        }
    }
}
