using System.Diagnostics;
using Webhooks.Server.Certificates;
using Xunit;

namespace Webhooks.FunctionalTests.Certificates;

/// <summary>What is issued, in the eyes of somebody else.</summary>
public sealed class OpenSslTests
{
    [OpenSslFact]
    public void What_is_issued_is_verified_strictly()
    {
        using TemporaryFolder folder = new();
        ServingTls.Load(new TlsSettings { SelfSignedFolder = folder["pki"], SelfSignedNames = ["webhooks.example.com"] }, TimeProvider.System, new LogLines());
        string leaf = folder["pki/tls.crt"];
        Assert.Equal($"{leaf}: OK\n", Run("verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "webhooks.example.com", "-CAfile", folder["pki/ca.crt"], leaf));
        string text = Run("x509", "-in", leaf, "-noout", "-text");
        Assert.Contains("DNS:localhost, ", text, StringComparison.Ordinal);
        Assert.Contains("IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1", text, StringComparison.Ordinal);
        Assert.Contains("ASN1 OID: prime256v1", text, StringComparison.Ordinal);
        Assert.Contains("CA:TRUE, pathlen:0", Run("x509", "-in", folder["pki/ca.crt"], "-noout", "-text"), StringComparison.Ordinal);
        Assert.Equal(Run("x509", "-in", leaf, "-noout", "-pubkey"), Run("pkey", "-in", folder["pki/tls.key"], "-pubout"));
    }

    private static string Run(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}

/// <summary>Skipped, and said to be, where there is no openssl.</summary>
internal sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "openssl"))))
        {
            Skip = "openssl is not installed";
        }
    }
}
