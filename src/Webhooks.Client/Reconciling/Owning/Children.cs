using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Reconciling.Owning;

/// <summary>Makes children of one kind: one of each name, and never out of what belongs to somebody else.</summary>
/// <remarks>
/// Thread safe. The name of a child has to follow from its owner, so that a reconcile which does not see it yet makes no second
/// one: the server says that it exists, and then its owner's uid decides.
/// </remarks>
/// <param name="transport">Where they are made.</param>
/// <typeparam name="T">The kind of child.</typeparam>
public sealed class Children<T>(IApiTransport transport)
    where T : class, IKubernetesObject<T>
{
    private readonly LiveObjects<T> _live = new(transport);

    /// <summary>Makes a child, unless it is there.</summary>
    /// <param name="owner">What is to manage it, read from the server.</param>
    /// <param name="key">Its namespace and name.</param>
    /// <param name="body">The child in JSON, of that name, with the reference that <see cref="ControllerReference.To"/> gives; kept, not copied.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="KubernetesApiException">It was refused; with 409, it was there and went just then: try again.</exception>
    public async Task<ChildOutcome<T>> CreateAsync(IKubernetesObject owner, ObjectKey key, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        KubernetesApiException problem;
        try
        {
            return new ChildOutcome<T>.Created(await _live.CreateAsync(key.Namespace, body, cancellationToken));
        }
        catch (KubernetesApiException refusal) when (refusal.Reason == StatusReason.AlreadyExists)
        {
            problem = refusal;
        }

        if (await _live.FindAsync(key, cancellationToken) is not { } item)
        {
            throw problem;
        }

        return ControllerReference.Owns(owner, item)
            ? new ChildOutcome<T>.Existing(item)
            : new ChildOutcome<T>.NotOwned(item, ControllerReference.Of(item));
    }
}
