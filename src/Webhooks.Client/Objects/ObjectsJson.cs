using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>How the records of this folder are read and written. Members that they do not have are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ConfigMap))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(Namespace))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(Secret))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(ListMeta))]
[JsonSerializable(typeof(PartialObjectMetadata))]
internal sealed partial class ObjectsJson : JsonSerializerContext;
