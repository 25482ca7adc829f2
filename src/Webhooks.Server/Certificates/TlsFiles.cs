using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Webhooks.Server.Files;

namespace Webhooks.Server.Certificates;

/// <summary>The files that TLS is made of, and what they last said when they were right. Not thread safe.</summary>
internal sealed class TlsFiles
{
    /// <summary>How often files are read though they look unchanged, and a self-signed certificate is looked after.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    /// <summary>As <see cref="LookInterval"/>, while files are not fit: a right given to read them does not change their looks.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _certificateFile;
    private readonly string? _clientCaFile;
    private readonly string[] _watched;
    private readonly LastGood<ServingCertificate> _certificate;
    private readonly LastGood<X509ChainPolicy>? _clients;

    /// <summary>Reads nothing yet.</summary>
    /// <exception cref="CertificateException">A name for the self-signed certificate is none.</exception>
    public TlsFiles(TlsSettings settings, TimeProvider time, ILogger logger)
    {
        (_time, _logger, _clientCaFile) = (time, logger, settings.ClientCaFile);
        Func<IReadOnlyList<PemText>> readPair;
        IReadOnlyList<string> pairFiles;
        if (settings.SelfSignedFolder is { } folder)
        {
            SelfSignedFolder selfSigned = new(folder, ServingNames.For(settings.SelfSignedNames, Dns.GetHostName()), time, logger);
            AuthorityFile = selfSigned.AuthorityFile;
            (_certificateFile, pairFiles, readPair) = (selfSigned.CertificateFile, selfSigned.Files, selfSigned.Ensure);
        }
        else
        {
            _certificateFile = settings.CertificateFile!;
            pairFiles = [_certificateFile, settings.KeyFile ?? _certificateFile];
            readPair = () => [.. pairFiles.Select(PemText.Read)];
        }

        _certificate = new(readPair, files => ServingCertificate.Read(files[0], files[1]));
        _clients = _clientCaFile is { } file ? new(() => [PemText.Read(file)], files => ClientTrust.Read(files[0])) : null;
        _watched = [.. pairFiles, .. _clientCaFile is null ? [] : (string[])[_clientCaFile]];
    }

    /// <summary>The CA that clients have to trust, when the certificate is self-signed.</summary>
    public string? AuthorityFile { get; }

    /// <summary>What new connections are to be served with; not before a first <see cref="Refresh"/> without failures.</summary>
    public TlsSnapshot Snapshot => TlsSnapshot.Of(_certificate.Value!, _clients?.Value);

    /// <summary>Reads all files.</summary>
    /// <param name="failed">Told what is not fit, each version once; the version before is kept.</param>
    /// <returns>Whether <see cref="Snapshot"/> is new.</returns>
    public bool Refresh(Action<CertificateException> failed)
    {
        bool certificateIsNew = Refresh(_certificate, failed);
        if (certificateIsNew)
        {
            CertificateLog.Report(_logger, _certificateFile, _certificate.Value!, _time.GetUtcNow());
        }

        // By itself: a broken list of CAs must not keep a certificate in force that is about to expire.
        bool clientsAreNew = _clients is not null && Refresh(_clients, failed);
        if (clientsAreNew)
        {
            CertificateLog.Report(_logger, _clientCaFile!, _clients!.Value!, _time.GetUtcNow());
        }

        return certificateIsNew || clientsAreNew;
    }

    /// <summary>Differs from the one before when it is time to read the files.</summary>
    public string Stamp()
    {
        TimeSpan interval = _certificate.IsStale || _clients?.IsStale == true ? RetryInterval : LookInterval;
        return $"{FileStamp.Of(_watched)}\n{_time.GetUtcNow().Ticks / interval.Ticks}";
    }

    private static bool Refresh<T>(LastGood<T> part, Action<CertificateException> failed)
        where T : class
    {
        try
        {
            return part.Refresh();
        }
        catch (CertificateException failure)
        {
            failed(failure);
            return false;
        }
    }
}
