using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Webhooks.Client.Objects;

namespace Webhooks.Benchmarks.Watches;

/// <summary>What a controller keeps of a Pod that asks for no more than its metadata.</summary>
internal sealed record PodMetadata : IKubernetesObject<PodMetadata>
{
    public static ResourceType Resource { get; } = new("", "v1", "pods", "Pod", IsNamespaced: true);

    public static JsonTypeInfo<PodMetadata> Json => PodMetadataJson.Default.PodMetadata;

    public ObjectMeta Metadata { get; init; } = ObjectMeta.Empty;
}

/// <summary>How it is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PodMetadata))]
internal sealed partial class PodMetadataJson : JsonSerializerContext;
