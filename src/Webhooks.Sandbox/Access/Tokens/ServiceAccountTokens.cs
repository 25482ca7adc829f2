using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>Issues tokens for ServiceAccounts, and recognizes its own.</summary>
/// <remarks>Thread safe. Nothing is remembered: a token is good as long as what it names is there, by the clock.</remarks>
internal sealed class ServiceAccountTokens(TokenKey key, TokenOptions options, IPolicySource source, TimeProvider time)
{
    // Clocks differ: go-jose's DefaultLeeway.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    // No token of ours comes near, and strangers' are not worth the work.
    private const int LongestToken = 64 * 1024;

    private static readonly JsonPolicy PayloadPolicy = JsonPolicy.Strict with { MaxDepth = 16 };

    /// <summary>Who issues, and for whom.</summary>
    public TokenOptions Options => options;

    /// <summary>A token that says so.</summary>
    public string Issue(TokenClaims claims)
    {
        using PooledBuffer payload = new();
        claims.Write(new JsonWriter(payload));
        return key.Sign(payload.WrittenSpan);
    }

    /// <summary>Whose that token is.</summary>
    /// <param name="token">The token, from a stranger.</param>
    /// <param name="audiences">What it must be meant for: one of these.</param>
    public TokenVerdict Verify(string token, ImmutableArray<string> audiences)
    {
        if (token.Length > LongestToken || token.Split('.') is not [_, var payload, var signature] || Decode(payload) is not { } body || Parse(body) is not { } root
            || root["iss"u8].AsString() != options.Issuer)
        {
            return TokenVerdict.Unknown;
        }

        byte[] signed = Encoding.UTF8.GetBytes(token[..token.LastIndexOf('.')]);
        if (Decode(signature) is not { } bytes || !key.Verify(signed, bytes) || TokenClaims.Read(root) is not { } claims)
        {
            return TokenVerdict.Refused("go-jose/go-jose: error in cryptographic primitive");
        }

        ImmutableArray<string> meant = [.. claims.Audiences.Where(audience => audiences.Contains(audience))];
        string? problem = meant.IsEmpty
            ? $"token audiences {RuleText.Quote(claims.Audiences)} is invalid for the target audiences {RuleText.Quote(audiences)}"
            : TimeProblem(claims) ?? new BoundObjects(source, time.GetUtcNow() - Leeway).Problem(claims);
        return problem == null ? new TokenVerdict(CallerOf(claims), meant, "") : TokenVerdict.Refused(problem);
    }

    /// <summary>The key set that verifiers ask for at <c>/openid/v1/jwks</c>.</summary>
    public JsonValue KeySet() => JsonLists.Document(writer =>
    {
        writer.StartObject();
        writer.WriteName("keys");
        writer.StartArray();
        key.Write(writer);
        writer.EndArray();
        writer.EndObject();
    });

    /// <summary>What verifiers ask for at <c>/.well-known/openid-configuration</c>.</summary>
    /// <param name="keySetUrl">The URL of <see cref="KeySet"/>.</param>
    public JsonValue Configuration(string keySetUrl) => JsonLists.Document(writer =>
    {
        writer.StartObject();
        writer.WriteText("issuer", options.Issuer);
        writer.WriteText("jwks_uri", keySetUrl);
        writer.WriteStrings("response_types_supported", ["id_token"]);
        writer.WriteStrings("subject_types_supported", ["public"]);
        writer.WriteStrings("id_token_signing_alg_values_supported", ["ES256"]);
        writer.EndObject();
    });

    private string? TimeProblem(TokenClaims claims)
    {
        DateTimeOffset now = time.GetUtcNow();
        return now + Leeway < claims.NotBefore ? "service account token is not valid yet"
            : now - Leeway > claims.Expires ? "service account token has expired"
            : null;
    }

    private static Caller CallerOf(TokenClaims claims)
    {
        ServiceAccountName account = new(claims.Namespace, claims.ServiceAccount.Name);
        Caller caller = new Caller(account.UserName) { Uid = claims.ServiceAccount.Uid, Groups = account.Groups }
            .InGroup(SystemNames.Authenticated)
            .WithExtra(SystemNames.CredentialId, $"JTI={claims.Id}");
        if (claims.Pod is { } pod)
        {
            caller = WithObject(caller, "pod", pod);
        }

        return claims.Node is { } node ? WithObject(caller, "node", node) : caller;
    }

    private static Caller WithObject(Caller caller, string what, BoundObject bound)
    {
        caller = caller.WithExtra($"authentication.kubernetes.io/{what}-name", bound.Name);
        return bound.Uid.Length == 0 ? caller : caller.WithExtra($"authentication.kubernetes.io/{what}-uid", bound.Uid);
    }

    private static byte[]? Decode(string text)
    {
        // Base64Url takes white space and padding, which JOSE does not.
        bool isPlain = text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return isPlain && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
    }

    private static JsonValue? Parse(byte[] payload)
    {
        try
        {
            return JsonTree.Parse(payload, PayloadPolicy).Compact().Root;
        }
        catch (JsonFormatException)
        {
            // A stranger's token need not be one.
            return null;
        }
    }
}
