using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Owning;

/// <summary>What came of making a child: one of the types inside.</summary>
/// <remarks>Immutable.</remarks>
public abstract record ChildOutcome<T>
    where T : class, IKubernetesObject<T>
{
    private ChildOutcome()
    {
    }

    /// <summary>It was not there, and is now.</summary>
    /// <param name="Item">The child as the server has it.</param>
    public sealed record Created(T Item) : ChildOutcome<T>;

    /// <summary>It was there already, and is the owner's, though a cache may not show it yet.</summary>
    /// <param name="Item">The child as the server has it.</param>
    public sealed record Existing(T Item) : ChildOutcome<T>;

    /// <summary>Its name is taken by what is not the owner's, and was not touched.</summary>
    /// <param name="Item">What has the name.</param>
    /// <param name="Controller">What manages that; <c>null</c> when nothing does.</param>
    public sealed record NotOwned(T Item, OwnerReference? Controller) : ChildOutcome<T>
    {
        /// <summary>The same for people: <c>Namespace user-a is managed by User b</c>.</summary>
        public string Message => Controller == null
            ? $"{T.Resource.Kind} {ObjectKey.Of(Item)} is managed by nobody"
            : $"{T.Resource.Kind} {ObjectKey.Of(Item)} is managed by {Controller.Kind} {Controller.Name}";
    }
}
