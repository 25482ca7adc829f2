using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>The object that an event is about, as <c>involvedObject</c> has it.</summary>
/// <remarks>Immutable. Equal for every version of one object: its events are counted together.</remarks>
/// <param name="ApiVersion">Such as <c>example.com/v1</c>.</param>
/// <param name="Kind">Such as <c>User</c>.</param>
/// <param name="Key">Its namespace and name.</param>
/// <param name="Uid">Its uid: by it and the name <c>kubectl describe</c> finds the events of an object.</param>
public sealed record EventSubject(string ApiVersion, string Kind, ObjectKey Key, string Uid)
{
    /// <summary>The version of it that the event is about. Default empty: unknown.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>An object as a subject.</summary>
    public static EventSubject Of<T>(T item)
        where T : IKubernetesObject<T>
    {
        ArgumentNullException.ThrowIfNull(item);
        return new EventSubject(T.Resource.ApiVersion, T.Resource.Kind, ObjectKey.Of(item), item.Metadata.Uid) { ResourceVersion = item.Metadata.ResourceVersion };
    }

    /// <summary>Whether they are one object, whatever their versions.</summary>
    public bool Equals(EventSubject? other) =>
        other is not null && ApiVersion == other.ApiVersion && Kind == other.Kind && Key == other.Key && Uid == other.Uid;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ApiVersion, Kind, Key, Uid);
}
