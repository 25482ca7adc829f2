using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>The object that an event is about, as <c>involvedObject</c> has it.</summary>
/// <param name="ApiVersion">Such as <c>example.com/v1</c>.</param>
/// <param name="Kind">Such as <c>User</c>.</param>
/// <param name="Key">Its namespace and name.</param>
/// <param name="Uid">Its uid: by it and the name <c>kubectl describe</c> finds the events of an object.</param>
public sealed record EventSubject(string ApiVersion, string Kind, ObjectKey Key, string Uid)
{
    /// <summary>An object as a subject.</summary>
    public static EventSubject Of<T>(T item)
        where T : IKubernetesObject<T>
    {
        ArgumentNullException.ThrowIfNull(item);
        return new EventSubject(T.Resource.ApiVersion, T.Resource.Kind, ObjectKey.Of(item), item.Metadata.Uid);
    }
}
