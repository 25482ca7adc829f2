using System.Net.Security;
using Microsoft.Extensions.Logging;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Files;

namespace Webhooks.Server.Certificates;

/// <summary>
/// TLS of the admission port: what new connections are served with, kept up to date with its files. Connections that stand
/// are not touched. Thread safe; <see cref="WatchAsync"/> runs once.
/// </summary>
internal sealed class ServingTls
{
    private readonly ILogger _logger;
    private readonly TlsFiles _files;
    private readonly FileWatch _watch;
    private TlsSnapshot _current;
    private long _reloads;
    private long _failedReloads;

    private ServingTls(TlsSettings settings, TimeProvider time, ILogger logger)
    {
        _logger = logger;
        _files = new TlsFiles(settings, time, logger);
        _watch = new FileWatch(_files.Stamp, time);
        Clients = new ClientNames(settings.ClientNames);
        _watch.Mark();
        List<string> problems = [];
        _files.Refresh(failure => problems.Add(failure.Message));
        _current = problems is [] ? _files.Snapshot : throw new CommandException([.. problems]);
    }

    /// <summary>The CA that clients have to trust, when the certificate is self-signed.</summary>
    public string? AuthorityFile => _files.AuthorityFile;

    /// <summary>Who of the verified clients is let in.</summary>
    public ClientNames Clients { get; }

    /// <summary>Until when the certificate in force is valid.</summary>
    public DateTimeOffset NotAfter => Volatile.Read(ref _current).Certificate.Validity.NotAfter;

    /// <summary>How often files came into force after the first time.</summary>
    public long Reloads => Interlocked.Read(ref _reloads);

    /// <summary>How many bad versions of files were seen, each once.</summary>
    public long FailedReloads => Interlocked.Read(ref _failedReloads);

    /// <summary>Reads all files for the first time.</summary>
    /// <exception cref="CommandException">The settings contradict each other or a file is not fit; each problem is one line.</exception>
    public static ServingTls Load(TlsSettings settings, TimeProvider time, ILogger logger)
    {
        if (settings.Problems() is not [] and var problems)
        {
            throw new CommandException([.. problems]);
        }

        try
        {
            return new ServingTls(settings, time, logger);
        }
        catch (CertificateException failure)
        {
            throw new CommandException(failure.Message);
        }
    }

    /// <summary>What a new connection is served with; not to be changed, others share it.</summary>
    public SslServerAuthenticationOptions ForConnection() => Volatile.Read(ref _current).Options;

    /// <summary>Puts changed files in force until cancelled; where one is not fit, the version before stays in force.</summary>
    public Task WatchAsync(CancellationToken cancellation) => _watch.RunAsync(Reload, cancellation);

    private void Reload()
    {
        if (_files.Refresh(Count))
        {
            Volatile.Write(ref _current, _files.Snapshot);
            Interlocked.Increment(ref _reloads);
        }
    }

    private void Count(CertificateException failure)
    {
        Interlocked.Increment(ref _failedReloads);
        CertificateLog.KeptOld(_logger, failure.Message);
    }
}
