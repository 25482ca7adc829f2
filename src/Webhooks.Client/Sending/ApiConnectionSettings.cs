using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Configuration;

namespace Webhooks.Client.Sending;

/// <summary>How an <see cref="ApiConnection"/> speaks to its server; the defaults are good for a controller.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ApiConnectionSettings
{
    /// <summary>How long requests may take. Default <see cref="TimeLimits.Default"/>.</summary>
    public TimeLimits Limits { get; init; } = TimeLimits.Default;

    /// <summary>Who asks, for the header <c>User-Agent</c>: a token without blanks. Default <c>webhooks/VERSION</c>; <c>(linux/amd64)</c> or the like follows.</summary>
    public string Product { get; init; } = UserAgent.DefaultProduct;

    /// <summary>
    /// After which time a connection takes no new requests, so that load moves to API servers that came later. Default
    /// 10 min. Requests that are under way stay.
    /// </summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many connections there may be at once; requests wait for one. With HTTP/1.1 each watch has its own. Default 256.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>The longest body of an answer, in bytes after decompression; a watch has no end. Default 128 MiB.</summary>
    public long MaxBodyLength { get; init; } = 128 * 1024 * 1024;

    /// <summary>Is told each warning of the server once, on the thread of the request. It must be quick and thread safe. Default: nobody.</summary>
    public Action<string>? Warned { get; init; }

    /// <summary>Whether somebody types at standard input, whom a plugin for credentials may ask. Default: no.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>How long a plugin for credentials may run before it is killed with all that it started. Default 1 min.</summary>
    public TimeSpan PluginLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Where files and variables are. Default: <see cref="ConfigurationSources.OfProcess"/>.</summary>
    public ConfigurationSources Sources { get; init; } = ConfigurationSources.OfProcess;

    /// <summary>The clock of limits and of what is read again. Default: the system's. New connections go by the system's anyway.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where warnings go; never secrets. Default: nowhere.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
