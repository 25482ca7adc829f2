using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Shared;

/// <summary>Private keys of test certificates as PEM.</summary>
internal static class TestKeys
{
    /// <summary>One for all tests: making it takes long.</summary>
    public static RSA Rsa { get; } = RSA.Create(2048);

    public static string Pkcs8(X509Certificate2 keyed) => Of(keyed).ExportPkcs8PrivateKeyPem();

    public static string Pkcs1(X509Certificate2 keyed) => keyed.GetRSAPrivateKey()!.ExportRSAPrivateKeyPem();

    public static string Sec1(X509Certificate2 keyed) => keyed.GetECDsaPrivateKey()!.ExportECPrivateKeyPem();

    public static string Encrypted(X509Certificate2 keyed) =>
        Of(keyed).ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1));

    private static AsymmetricAlgorithm Of(X509Certificate2 keyed) =>
        (AsymmetricAlgorithm?)keyed.GetRSAPrivateKey() ?? keyed.GetECDsaPrivateKey()!;
}
