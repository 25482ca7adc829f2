using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Server.Certificates;

/// <summary>What a client's certificate is judged by.</summary>
internal static class ClientTrust
{
    /// <summary>Reads the bundle of <c>--client-ca</c>: the CAs trusted, and the intermediate ones that clients may leave out.</summary>
    /// <remarks>
    /// The policy is never changed after this, so connections may share it: each <c>SslStream</c> works on a clone of its own.
    /// </remarks>
    /// <exception cref="CertificateException">A certificate is not that of a CA, or none is a root.</exception>
    public static X509ChainPolicy Read(PemText file)
    {
        X509Certificate2Collection bundle = CertificateReader.ReadAll(file);
        try
        {
            Check(bundle, file.Path);
        }
        catch (CryptographicException failure)
        {
            throw new CertificateException($"{file.Path}: a certificate can't be decoded: {failure.Message}; take it out", failure);
        }

        X509ChainPolicy policy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // No look at lists of revoked certificates: answering must not depend on somebody else's server. To lock a
            // client out, take its name off --client-name or its CA out of the bundle.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.ApplicationPolicy.Add(new Oid(Oids.ClientAuthentication));
        policy.CustomTrustStore.AddRange(bundle);
        return policy;
    }

    private static void Check(X509Certificate2Collection bundle, string path)
    {
        foreach (X509Certificate2 certificate in bundle)
        {
            if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => !constraints.CertificateAuthority))
            {
                throw new CertificateException($"{path}: {certificate.Subject} is no CA; --client-ca takes the certificates of those who issue");
            }
        }

        // A chain has to end in a certificate that vouches for itself; an intermediate one alone ends none.
        if (!bundle.Any(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)))
        {
            throw new CertificateException($"{path}: holds intermediate CAs only; add the root that issued them");
        }
    }
}
