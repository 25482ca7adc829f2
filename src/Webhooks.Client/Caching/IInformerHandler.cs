using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>Hears of every change of a cache, one call at a time, in order.</summary>
/// <remarks>
/// <para>
/// Called on threads of the pool, and after the cache shows what is told, or something later: a handler that looks there finds an
/// added object, and not a deleted one. One that takes long delays itself alone, while what it has yet to hear piles up; so let it
/// do no more than note keys. What it throws is logged and counted, and the next call follows.
/// </para>
/// <para>
/// Per object the calls are Added, any number of Updated, Deleted. An object that was deleted and made again under its name
/// when nobody looked is Deleted, with <c>isFinalStateUnknown</c>, and Added.
/// </para>
/// </remarks>
/// <typeparam name="T">The objects.</typeparam>
public interface IInformerHandler<T>
    where T : class, IKubernetesObject
{
    /// <summary>An object is there that was not.</summary>
    /// <param name="item">What it is.</param>
    /// <param name="isInInitialList">Whether it was there before the handler: <see cref="HandlerRegistration.WhenSynced"/> follows the last of these.</param>
    void Added(T item, bool isInInitialList);

    /// <summary>An object has changed; or, if both are one, the handler is told again, which only those are who asked for it.</summary>
    /// <param name="old">What it was, as this handler last heard.</param>
    /// <param name="item">What it is.</param>
    void Updated(T old, T item);

    /// <summary>An object is gone.</summary>
    /// <param name="last">What it was at last, as far as known.</param>
    /// <param name="isFinalStateUnknown">Whether it went when nobody looked: it may have changed before.</param>
    void Deleted(T last, bool isFinalStateUnknown);
}
