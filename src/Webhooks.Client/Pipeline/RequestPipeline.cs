using Webhooks.Client.Sending;

namespace Webhooks.Client.Pipeline;

/// <summary>Puts layers before a connection: what is sent again waits for its turn again, and each try is counted.</summary>
/// <remarks>
/// From the caller to the server: retries, the limit of the rate, metrics, the connection. A lease is renewed without a
/// pipeline: whoever elects has his own times.
/// </remarks>
public static class RequestPipeline
{
    /// <summary>A transport over a connection, which stays its owner's.</summary>
    /// <param name="connection">What sends.</param>
    /// <param name="options">Default: as they are by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is negative, or the burst is none.</exception>
    public static IApiTransport Over(ApiConnection connection, RequestPipelineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Over(connection, connection.Server.Authority, options ?? new RequestPipelineOptions());
    }

    internal static IApiTransport Over(IApiTransport connection, string host, RequestPipelineOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.QueriesPerSecond, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Retries, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Burst, 1, nameof(options));
        IApiTransport layers = new MeasuredTransport(connection, host, options.Time);
        if (options.QueriesPerSecond > 0)
        {
            layers = new RateLimitedTransport(layers, host, new TokenBucket(options.QueriesPerSecond, options.Burst, options.Time), options.Time);
        }

        return options.Retries > 0 ? new RetryingTransport(layers, host, options) : layers;
    }
}
