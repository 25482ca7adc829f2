using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Webhooks.Sandbox.Serving;

/// <summary>Writes the file with which clients find a server and say who they are.</summary>
internal static class Kubeconfig
{
    /// <summary>What its cluster, and its context, are called.</summary>
    public const string Name = "sandbox";

    /// <summary>A kubeconfig in YAML, with everything in it: no other file, no program.</summary>
    /// <param name="address">Where the server listens.</param>
    /// <param name="authority">The certificate of its CA.</param>
    /// <param name="user">What the user is called in the file.</param>
    /// <param name="client">The user's certificate, with its key.</param>
    public static string Write(Uri address, X509Certificate2 authority, string user, X509Certificate2 client)
    {
        // A JSON string is one of YAML too, whatever stands in a user's name.
        string quoted = $"\"{JsonEncodedText.Encode(user)}\"";
        return $"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: {Name}
              cluster:
                server: {address.GetLeftPart(UriPartial.Authority)}
                certificate-authority-data: {Base64(authority.ExportCertificatePem())}
            users:
            - name: {quoted}
              user:
                client-certificate-data: {Base64(client.ExportCertificatePem())}
                client-key-data: {Base64(client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem())}
            contexts:
            - name: {Name}
              context:
                cluster: {Name}
                user: {quoted}
            current-context: {Name}

            """;
    }

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem + "\n"));
}
