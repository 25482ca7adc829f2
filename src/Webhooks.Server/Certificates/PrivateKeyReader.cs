using System.Security.Cryptography;

namespace Webhooks.Server.Certificates;

/// <summary>Reads private keys: RSA and ECDSA, in PKCS#8, PKCS#1 and SEC1.</summary>
internal static class PrivateKeyReader
{
    /// <summary>The first private key of a file.</summary>
    /// <exception cref="CertificateException">There is none, or it is encrypted, damaged or of another kind.</exception>
    public static AsymmetricAlgorithm Read(PemText file)
    {
        PemBlock block = PemBlock.ReadAll(file).FirstOrDefault(block => block.Label.EndsWith(PemBlock.PrivateKey, StringComparison.Ordinal))
            ?? throw new CertificateException($"{file.Path}: holds no private key; name the file that has BEGIN PRIVATE KEY");
        return block.Label switch
        {
            PemBlock.PrivateKey => Import<AsymmetricAlgorithm>(RSA.Create(), key => key.ImportPkcs8PrivateKey(block.Data, out _))
                ?? Import<AsymmetricAlgorithm>(ECDsa.Create(), key => key.ImportPkcs8PrivateKey(block.Data, out _))
                ?? throw Unfit(file),
            "RSA PRIVATE KEY" => Import(RSA.Create(), key => key.ImportRSAPrivateKey(block.Data, out _)) ?? throw Unfit(file),
            "EC PRIVATE KEY" => Import(ECDsa.Create(), key => key.ImportECPrivateKey(block.Data, out _)) ?? throw Unfit(file),
            PemBlock.EncryptedPrivateKey => throw new CertificateException(
                $"{file.Path}: the private key is encrypted; store it without a passphrase (openssl pkey -in {file.Path} -out plain.key)"),
            _ => throw Unfit(file),
        };
    }

    private static T? Import<T>(T key, Action<T> import)
        where T : AsymmetricAlgorithm
    {
        try
        {
            import(key);
            return key;
        }
        catch (Exception failure) when (failure is CryptographicException or PlatformNotSupportedException)
        {
            // The latter is a curve that nobody here knows.
            key.Dispose();
            return null;
        }
    }

    private static CertificateException Unfit(PemText file) =>
        new($"{file.Path}: the private key is damaged or neither RSA nor ECDSA; issue the certificate with a key of one of these kinds");
}
