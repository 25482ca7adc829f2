using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Reconciling.Statuses;

/// <summary>Writes the status of objects: to <c>/status</c> alone, only what differs, and nothing where nothing does.</summary>
/// <remarks>
/// Thread safe. A write that meets a conflict is made anew from a fresh read, up to five times; what was read first is never
/// sent again. The status says the generation of the object that the caller has looked at, whatever it has become since.
/// </remarks>
/// <param name="transport">Where the objects are.</param>
/// <param name="statusOf">The status of an object; an empty one where it has none.</param>
/// <typeparam name="T">The kind of object.</typeparam>
/// <typeparam name="TStatus">Its status.</typeparam>
public sealed class StatusWriter<T, TStatus>(IApiTransport transport, Func<T, TStatus> statusOf)
    where T : class, IKubernetesObject<T>
    where TStatus : IObservedStatus<TStatus>
{
    private const int Attempts = 5;

    private readonly LiveObjects<T> _live = new(transport);

    /// <summary>Brings the status of an object to what is wanted.</summary>
    /// <param name="item">The object that the caller has looked at; may be from a cache.</param>
    /// <param name="change">Makes the wanted status of the one that stands there, with the conditions of others as they are; may be called more than once.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="KubernetesApiException">It was refused, or met five conflicts.</exception>
    public async Task<StatusWrite<T>> WriteAsync(T item, Func<TStatus, TStatus> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(change);
        T current = item;
        for (int attempt = 1; ; attempt++)
        {
            TStatus before = statusOf(current);
            TStatus after = change(before).Observed(item.Metadata.Generation);
            if (StatusPatch.Between(before, after, TStatus.Json, current.Metadata.ResourceVersion) is not { } patch)
            {
                return new StatusWrite<T>.Unchanged(current);
            }

            try
            {
                return new StatusWrite<T>.Written(await _live.PatchAsync(ObjectKey.Of(item), patch, Subresource.Status, cancellationToken));
            }
            catch (KubernetesApiException refusal) when (refusal.Reason == StatusReason.NotFound)
            {
                return new StatusWrite<T>.Gone();
            }
            catch (KubernetesApiException refusal) when (refusal.Reason == StatusReason.Conflict && attempt < Attempts)
            {
                // Somebody else has written since it was read.
            }

            if (await _live.FreshAsync(item, cancellationToken) is not { } fresh)
            {
                return new StatusWrite<T>.Gone();
            }

            current = fresh;
        }
    }
}
