using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Certificates;

/// <summary>A CA and a serving certificate of its own, made in a folder, kept there and renewed in time.</summary>
/// <param name="folder">Where; made when it is missing.</param>
/// <param name="names">What the serving certificate is for, at least.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of what is issued.</param>
internal sealed class SelfSignedFolder(string folder, IReadOnlyList<string> names, TimeProvider time, ILogger logger)
{
    /// <summary>How long a new CA lasts: 10 years.</summary>
    public static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(3652);

    /// <summary>How long a new serving certificate lasts: 90 days, of which the last 30 are left to renew it.</summary>
    public static readonly TimeSpan LeafLifetime = TimeSpan.FromDays(90);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ForAll = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly string _authorityKeyFile = Path.Combine(folder, "ca.key");
    private bool _isFolderLooked;

    /// <summary>The CA's certificate, which clients have to trust.</summary>
    public string AuthorityFile { get; } = Path.Combine(folder, "ca.crt");

    /// <summary>The serving certificate, then the CA.</summary>
    public string CertificateFile { get; } = Path.Combine(folder, "tls.crt");

    /// <summary>The serving certificate's private key.</summary>
    public string KeyFile { get; } = Path.Combine(folder, "tls.key");

    /// <summary>All files.</summary>
    public IReadOnlyList<string> Files => [AuthorityFile, _authorityKeyFile, CertificateFile, KeyFile];

    /// <summary>Issues what is missing or due, and nothing else; one process at a time.</summary>
    /// <returns>The serving certificate's file and that of its key, which belong together.</returns>
    /// <exception cref="CertificateException">The folder can't be used.</exception>
    public IReadOnlyList<PemText> Ensure()
    {
        try
        {
            Create();

            // Held while reading too: between the two renames of another process the pair does not match.
            using IDisposable turn = FolderLock.Take(folder);
            foreach (IssuingStep step in IssuingPlan.Plan(Observe(), names, LeafLifetime, time.GetUtcNow()))
            {
                Apply(step);
            }

            Tighten(_authorityKeyFile);
            Tighten(KeyFile);
            return [PemText.Read(CertificateFile), PemText.Read(KeyFile)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CertificateException(
                $"{folder}: no certificate can be kept there: {failure.Message}; name a folder that this user may write to", failure);
        }
    }

    private void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
        else if (!_isFolderLooked && (File.GetUnixFileMode(folder) & OthersWrite) != 0)
        {
            CertificateLog.FolderOpen(logger, folder);
        }

        _isFolderLooked = true;
    }

    /// <summary>A key that others could read, put there by somebody's copy, is so no longer.</summary>
    private static void Tighten(string keyFile)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(keyFile) && File.GetUnixFileMode(keyFile) != OwnerOnly)
        {
            File.SetUnixFileMode(keyFile, OwnerOnly);
        }
    }

    private void Apply(IssuingStep step)
    {
        switch (step)
        {
            case IssuingStep.Authority:
                using (X509Certificate2 authority = CertificateIssuer.IssueAuthority("webhooks self-signed CA", time.GetUtcNow(), AuthorityLifetime))
                {
                    Write(_authorityKeyFile, authority, AuthorityFile, authority.ExportCertificatePem() + "\n");
                }

                CertificateLog.AuthorityIssued(logger, AuthorityFile, step.Reason);
                break;
            case IssuingStep.Leaf wanted:
                using (X509Certificate2 authority = ReadAuthority().Certificate)
                using (X509Certificate2 leaf = CertificateIssuer.IssueServing(authority, "webhooks", wanted.Names, time.GetUtcNow(), LeafLifetime))
                {
                    Write(KeyFile, leaf, CertificateFile, $"{leaf.ExportCertificatePem()}\n{authority.ExportCertificatePem()}\n");
                }

                CertificateLog.LeafIssued(logger, CertificateFile, step.Reason);
                break;
        }
    }

    // The key first: a certificate without its key is seen as such, and issued again.
    private static void Write(string keyFile, X509Certificate2 keyed, string certificateFile, string certificates)
    {
        using ECDsa key = keyed.GetECDsaPrivateKey()!;
        WholeFile.Write(keyFile, key.ExportPkcs8PrivateKeyPem() + "\n", OwnerOnly);
        WholeFile.Write(certificateFile, certificates, ForAll);
    }

    private ObservedCertificates Observe()
    {
        X509Certificate2? authority = UnlessUnfit(() => CertificateReader.ReadAll(PemText.Read(AuthorityFile))[0], AuthorityFile);
        ServingCertificate? leaf = UnlessUnfit(() => ServingCertificate.Read(PemText.Read(CertificateFile), PemText.Read(KeyFile)), CertificateFile, KeyFile);
        bool canSign = authority is not null && UnlessUnfit(ReadAuthority, _authorityKeyFile) is not null;
        return new ObservedCertificates(
            authority is null ? null : new ObservedAuthority(Validity.Of(authority), canSign),
            leaf is null ? null : new ObservedLeaf(leaf.Validity, leaf.Names, authority is not null && ChainsTo(authority, leaf.Leaf)));
    }

    private KeyedCertificate ReadAuthority() => KeyedCertificate.Read(PemText.Read(AuthorityFile), PemText.Read(_authorityKeyFile));

    /// <summary>What is damaged is made again, as what is missing; the plan's reasons, which are logged, say so.</summary>
    private static T? UnlessUnfit<T>(Func<T> read, params string[] files)
        where T : class
    {
        if (!Array.TrueForAll(files, File.Exists))
        {
            return null;
        }

        try
        {
            return read();
        }
        catch (CertificateException failure) when (failure.InnerException is not (IOException or UnauthorizedAccessException))
        {
            return null;
        }
    }

    private static bool ChainsTo(X509Certificate2 authority, X509Certificate2 leaf)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        // Both are ours, and time is the plan's.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(leaf);
    }
}
