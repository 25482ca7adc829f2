using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Owning;

namespace Webhooks.Client.Reconciling.Sources;

/// <summary>Informers as sources of a controller's keys.</summary>
/// <remarks>The informers have to run, before a controller's term or beside it: they outlive it.</remarks>
public static class KeySources
{
    /// <summary>The keys of the objects themselves.</summary>
    /// <param name="informer">The objects that are reconciled.</param>
    /// <param name="options">Which of them, and which changes; <c>null</c> for all.</param>
    public static IKeySource For<T>(SharedInformer<T> informer, SourceOptions<T>? options = null)
        where T : class, IKubernetesObject<T> => Watches(informer, static item => [ObjectKey.Of(item)], options);

    /// <summary>The keys of those that manage the objects, by their controller references. One that changes hands counts for both.</summary>
    /// <param name="informer">The children of what is reconciled.</param>
    /// <param name="options">Which of them, and which changes; <c>null</c> for all.</param>
    /// <typeparam name="TOwner">What is reconciled: references to other kinds do not count.</typeparam>
    /// <typeparam name="T">The children.</typeparam>
    public static IKeySource Owns<TOwner, T>(SharedInformer<T> informer, SourceOptions<T>? options = null)
        where TOwner : class, IKubernetesObject<TOwner>
        where T : class, IKubernetesObject<T> => Watches(informer, OwnerOf<TOwner>, options);

    /// <summary>Whatever keys a function finds for an object, before and after each change.</summary>
    /// <param name="informer">What the keys depend on.</param>
    /// <param name="keysOf">The keys to look at for an object; quick, and always the same for the same object. What it throws, the informer logs.</param>
    /// <param name="options">Which objects, and which changes; <c>null</c> for all.</param>
    public static IKeySource Watches<T>(SharedInformer<T> informer, Func<T, IEnumerable<ObjectKey>> keysOf, SourceOptions<T>? options = null)
        where T : class, IKubernetesObject<T>
    {
        ArgumentNullException.ThrowIfNull(informer);
        ArgumentNullException.ThrowIfNull(keysOf);
        return new InformerSource<T>(informer, keysOf, options ?? SourceOptions<T>.All);
    }

    /// <summary>No keys: an informer that the reconciler reads, and that has to have synced before it begins.</summary>
    /// <param name="informer">What is read.</param>
    public static IKeySource Reads(Informer informer)
    {
        ArgumentNullException.ThrowIfNull(informer);
        return new SyncSource(informer);
    }

    private static IEnumerable<ObjectKey> OwnerOf<TOwner>(IKubernetesObject child)
        where TOwner : class, IKubernetesObject<TOwner> =>
        ControllerReference.Of(child) is { } owner && ControllerReference.IsTo<TOwner>(owner)
            ? [new ObjectKey(TOwner.Resource.IsNamespaced ? child.Metadata.Namespace : "", owner.Name)]
            : [];
}
