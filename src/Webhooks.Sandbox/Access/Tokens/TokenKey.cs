using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>The key that one server signs its ServiceAccount tokens with: ECDSA on P-256, ES256 in JOSE's words.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class TokenKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    // ECDsa does not promise to be thread safe.
    private readonly Lock _lock = new();

    /// <summary>A new key.</summary>
    public TokenKey()
    {
        Id = Base64Url.EncodeToString(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>What tokens and the key set name it by: the SHA-256 of the public key.</summary>
    public string Id { get; }

    /// <summary>A JSON Web Token with that payload, in the compact form.</summary>
    public string Sign(ReadOnlySpan<byte> payload)
    {
        string signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{{\"alg\":\"ES256\",\"kid\":\"{Id}\"}}"))}.{Base64Url.EncodeToString(payload)}";
        lock (_lock)
        {
            return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
        }
    }

    /// <summary>Whether this key made that signature of those bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        lock (_lock)
        {
            return _key.VerifyData(signed, signature, HashAlgorithmName.SHA256);
        }
    }

    /// <summary>Writes the public key as an entry of a JSON Web Key Set.</summary>
    public void Write(JsonWriter writer)
    {
        ECParameters parameters;
        lock (_lock)
        {
            parameters = _key.ExportParameters(includePrivateParameters: false);
        }

        writer.StartObject();
        writer.WriteText("use", "sig");
        writer.WriteText("kty", "EC");
        writer.WriteText("kid", Id);
        writer.WriteText("crv", "P-256");
        writer.WriteText("alg", "ES256");
        writer.WriteText("x", Base64Url.EncodeToString(parameters.Q.X));
        writer.WriteText("y", Base64Url.EncodeToString(parameters.Q.Y));
        writer.EndObject();
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
