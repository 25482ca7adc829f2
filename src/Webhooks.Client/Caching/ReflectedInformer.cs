using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;

namespace Webhooks.Client.Caching;

/// <summary>Makes informers that follow an API server.</summary>
public static class ReflectedInformer
{
    /// <summary>Gives an informer that has what a reflector of these options tells; it does nothing before it is run.</summary>
    /// <typeparam name="T">The objects.</typeparam>
    /// <param name="transport">Sends its requests, one at a time.</param>
    /// <param name="options">What is cached, and what of it; default: all of the resource.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <param name="logger">Hears of faults. Default: nobody does.</param>
    public static SharedInformer<T> Of<T>(IApiTransport transport, ReflectorOptions<T>? options = null, TimeProvider? time = null, ILogger? logger = null)
        where T : class, IKubernetesObject<T>
    {
        ReflectorOptions<T> what = options ?? new ReflectorOptions<T>();
        ILogger hears = logger ?? NullLogger.Instance;
        TimeProvider clock = time ?? TimeProvider.System;
        return new SharedInformer<T>(
            what.Name, (sink, cancellation) => new Reflector<T>(transport, sink, what, clock, hears).RunAsync(cancellation), clock, hears);
    }
}
