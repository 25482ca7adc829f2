using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>An object of the API, or as much of one as this program reads.</summary>
/// <remarks>Immutable and thread safe, so that what is cached may be handed to everybody.</remarks>
public interface IKubernetesObject
{
    /// <summary>What every object has.</summary>
    ObjectMeta Metadata { get; }
}

/// <summary>An object whose type says where the API has it, and how it is read.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IKubernetesObject<TSelf> : IKubernetesObject
    where TSelf : IKubernetesObject<TSelf>
{
    /// <summary>Where the API has it.</summary>
    static abstract ResourceType Resource { get; }

    /// <summary>How it is read and written, without reflection.</summary>
    static abstract JsonTypeInfo<TSelf> Json { get; }
}
