using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>A CA that issues a new certificate for localhost each time it is asked, alternately for RSA and ECDSA keys.</summary>
internal sealed class RotatedCertificates : IDisposable
{
    private readonly ECDsa _authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private int _issued;

    public RotatedCertificates()
    {
        CertificateRequest request = new("CN=rotation", _authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        Authority = request.CreateSelfSigned(_now.AddHours(-1), _now.AddDays(2));
    }

    /// <summary>What clients trust.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>How many were issued.</summary>
    public int Issued => Volatile.Read(ref _issued);

    /// <summary>The next one, with its key, in PEM.</summary>
    public (string Certificate, string Key) Next()
    {
        bool isRsa = Interlocked.Increment(ref _issued) % 2 == 0;
        CertificateRequest request = isRsa
            ? new("CN=localhost", _rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new("CN=localhost", _ecdsa, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        X509SignatureGenerator signer = X509SignatureGenerator.CreateForECDsa(_authorityKey);
        using X509Certificate2 leaf = request.Create(Authority.SubjectName, signer, _now.AddMinutes(-5), _now.AddDays(1), RandomNumberGenerator.GetBytes(16));
        AsymmetricAlgorithm key = isRsa ? _rsa : _ecdsa;
        return (leaf.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public void Dispose()
    {
        Authority.Dispose();
        _authorityKey.Dispose();
        _rsa.Dispose();
        _ecdsa.Dispose();
    }
}
