using System.Buffers.Text;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public sealed class ServiceAccountTokensTests : IDisposable
{
    private static readonly ServiceAccountName Bot = new("here", "bot");

    private readonly ManualTime _time = new();
    private readonly StoredObjects _objects = new StoredObjects()
        .Put("serviceaccounts", """{"metadata":{"namespace":"here","name":"bot","uid":"u-bot"}}""")
        .Put("pods", """{"metadata":{"namespace":"here","name":"p","uid":"u-pod"},"spec":{"serviceAccountName":"bot","nodeName":"n"}}""")
        .Put("pods", """{"metadata":{"namespace":"here","name":"other","uid":"u-other"},"spec":{"serviceAccountName":"default"}}""")
        .Put("secrets", """{"metadata":{"namespace":"here","name":"s","uid":"u-secret"}}""")
        .Put("nodes", """{"metadata":{"name":"n","uid":"u-node"}}""");

    private readonly AccessControl _access;

    public ServiceAccountTokensTests()
    {
        _access = new AccessControl(_objects, _time, new TokenOptions());
    }

    public void Dispose() => _access.Dispose();

    [Fact]
    public void A_TokenRequest_is_answered_as_recorded()
    {
        JsonValue answer = Request("""{"spec":{"expirationSeconds":600}}""");

        string token = answer["status"u8]["token"u8].GetString();
        Assert.Equal(
            """{"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","metadata":{"name":"bot","namespace":"here","uid":"u-bot","creationTimestamp":"2026-01-01T12:00:00Z"},"spec":{"audiences":["https://kubernetes.default.svc"],"expirationSeconds":600,"boundObjectRef":null},"status":{"token":"<token>","expirationTimestamp":"2026-01-01T12:10:00Z"}}""",
            answer.ToString().Replace(token, "<token>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_says_who_it_is_for_where_and_until_when()
    {
        JsonValue answer = Request("""{"spec":{"audiences":["a","b"],"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"p","uid":"u-pod"}}}""");

        string[] parts = answer["status"u8]["token"u8].GetString().Split('.');
        JsonValue payload = JsonTree.Parse(Base64Url.DecodeFromChars(parts[1])).Root;
        string id = payload["jti"u8].GetString();
        Assert.StartsWith("""{"alg":"ES256","kid":""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])), StringComparison.Ordinal);
        Assert.Equal(
            """{"aud":["a","b"],"exp":1767272400,"iat":1767268800,"iss":"https://kubernetes.default.svc","jti":"<id>","kubernetes.io":{"namespace":"here","node":{"name":"n","uid":"u-node"},"pod":{"name":"p","uid":"u-pod"},"serviceaccount":{"name":"bot","uid":"u-bot"}},"nbf":1767268800,"sub":"system:serviceaccount:here:bot"}""",
            payload.ToString().Replace(id, "<id>", StringComparison.Ordinal));
        Assert.Equal("""{"kind":"Pod","apiVersion":"v1","name":"p","uid":"u-pod"}""", answer["spec"u8]["boundObjectRef"u8].ToString());
    }

    [Fact]
    public void Its_bearer_is_the_ServiceAccount()
    {
        Caller caller = _access.Authenticator.Authenticate($"Bearer {Token("Pod", "p")}", null);

        Assert.Equal("system:serviceaccount:here:bot", caller.Name);
        Assert.Equal("u-bot", caller.Uid);
        Assert.Equal("system:serviceaccounts system:serviceaccounts:here system:authenticated", string.Join(' ', caller.Groups));
        Assert.Equal(
            ["authentication.kubernetes.io/credential-id", "authentication.kubernetes.io/node-name", "authentication.kubernetes.io/node-uid", "authentication.kubernetes.io/pod-name", "authentication.kubernetes.io/pod-uid"],
            caller.Extra.Keys);
        Assert.StartsWith("JTI=", caller.Extra["authentication.kubernetes.io/credential-id"].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_good_until_a_minute_after_its_end()
    {
        string token = Token();

        _time.Advance(TimeSpan.FromSeconds(3660));
        Assert.Equal("", Problem(token));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("[invalid bearer token, service account token has expired]", Problem(token));
    }

    [Fact]
    public void It_ends_with_the_ServiceAccount()
    {
        string token = Token();
        _objects.Put("serviceaccounts", """{"metadata":{"namespace":"here","name":"bot","uid":"u-new"}}""");
        Assert.Equal("[invalid bearer token, service account UID (u-new) does not match claim (u-bot)]", Problem(token));

        _objects.Remove("serviceaccounts", "here", "bot");
        Assert.Equal("[invalid bearer token, serviceaccounts \"bot\" not found]", Problem(token));
        Assert.Contains("\"message\":\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401", Callers.Refused(() => _access.Authenticator.Authenticate($"Bearer {token}", null)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pod", "pods", "here", "p", "pod UID (u-new) does not match service account pod ref claim (u-pod)")]
    [InlineData("Secret", "secrets", "here", "s", "secret UID (u-new) does not match service account secret ref claim (u-secret)")]
    [InlineData("Node", "nodes", "", "n", "node UID (u-new) does not match service account node ref claim (u-node)")]
    public void It_ends_with_what_it_is_bound_to(string kind, string resource, string space, string name, string other)
    {
        string token = Token(kind, name);
        Assert.Equal("", Problem(token));

        _objects.Put(resource, $$$"""{"metadata":{"namespace":"{{{space}}}","name":"{{{name}}}","uid":"u-new"}}""");
        Assert.Equal($"[invalid bearer token, {other}]", Problem(token));

        _objects.Remove(resource, space, name);
        Assert.Equal("[invalid bearer token, service account token has been invalidated]", Problem(token));
    }

    [Fact]
    public void What_finalizers_keep_is_gone_a_minute_after_its_deletion()
    {
        string token = Token("Pod", "p");
        _objects.Put("pods", """{"metadata":{"namespace":"here","name":"p","uid":"u-pod","deletionTimestamp":"2026-01-01T12:00:00Z"}}""");

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("", Problem(token));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("[invalid bearer token, service account token has been invalidated]", Problem(token));
    }

    [Fact]
    public void It_is_good_only_for_whom_it_is_meant()
    {
        string token = Request("""{"spec":{"audiences":["vault"]}}""")["status"u8]["token"u8].GetString();

        Assert.Equal("[invalid bearer token, token audiences [\"vault\"] is invalid for the target audiences [\"https://kubernetes.default.svc\"]]", Problem(token));
        Assert.Equal("vault", Assert.Single(_access.Authenticator.Verify(token, ["other", "vault"]).Audiences));
    }

    [Fact]
    public void Another_server_s_token_is_nobody_s()
    {
        using AccessControl other = new(_objects, _time, new TokenOptions());

        Assert.Null(other.Authenticator.Verify(Token(), []).Caller);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("e30.e30.e30")]
    [InlineData("e30.W10.e30")]
    [InlineData("e30.e3.e30")]
    [InlineData("e30. e30.e30")]
    public void What_is_no_token_of_ours_is_unknown(string token) => Assert.Equal("invalid bearer token", Problem(token));

    [Fact]
    public void A_changed_token_is_refused()
    {
        string[] parts = Token().Split('.');
        string payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("bot", "bob", StringComparison.Ordinal)));

        Assert.Equal("[invalid bearer token, go-jose/go-jose: error in cryptographic primitive]", Problem($"{parts[0]}.{payload}.{parts[2]}"));
        Assert.Equal("[invalid bearer token, go-jose/go-jose: error in cryptographic primitive]", Problem($"{parts[0]}.{parts[1]}."));
    }

    [Theory]
    [InlineData("""{"spec":{"expirationSeconds":599}}""", "TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: 599: may not specify a duration less than 10 minutes")]
    [InlineData("""{"spec":{"expirationSeconds":4294967297}}""", "TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds")]
    [InlineData("""{"metadata":{"name":"x"}}""", "TokenRequest.authentication.k8s.io \"bot\" is invalid: metadata.name: Invalid value: \"x\": must match the service account name if specified")]
    [InlineData("""{"metadata":{"namespace":"x"}}""", "TokenRequest.authentication.k8s.io \"bot\" is invalid: metadata.namespace: Invalid value: \"x\": must match the service account namespace if specified")]
    [InlineData("""{"metadata":{"uid":"x"}}""", "Operation cannot be fulfilled on TokenRequest.authentication.k8s.io \"bot\": the UID in the token request (x) does not match the UID of the service account (u-bot)")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"none"}}}""", "pods \"none\" not found")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"other"}}}""", "cannot bind token for serviceaccount \"bot\" to pod running with different serviceaccount name.")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"p","uid":"x"}}}""", "Operation cannot be fulfilled on Pod \"p\": the UID in the bound object reference (x) does not match the UID in record. The object might have been deleted and then recreated")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Deployment","apiVersion":"apps/v1","name":"d"}}}""", "cannot bind token to object of type apps/v1, Kind=Deployment")]
    public void A_TokenRequest_for_what_cannot_be_is_refused(string request, string message) =>
        Assert.Contains($"\"message\":{JsonText.Quote(message)}", Callers.Refused(() => Request(request)), StringComparison.Ordinal);

    [Fact]
    public void There_is_no_token_for_nobody() =>
        Assert.Contains("serviceaccounts \\\"x\\\" not found", Callers.Refused(() => _access.TokenRequests.Answer(Bot with { Name = "x" }, JsonTree.Parse("{}").Root)), StringComparison.Ordinal);

    [Fact]
    public void A_pod_s_usual_token_lives_for_a_year_and_says_an_hour()
    {
        JsonValue answer = Request("""{"spec":{"expirationSeconds":3607,"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"p"}}}""");
        string token = answer["status"u8]["token"u8].GetString();

        Assert.Equal("2026-01-01T13:00:07Z", answer["status"u8]["expirationTimestamp"u8].GetString());
        _time.Advance(TimeSpan.FromDays(364));
        Assert.Equal("", Problem(token));
    }

    [Fact]
    public void Verifiers_are_told_the_key()
    {
        Assert.Equal(
            """{"issuer":"https://kubernetes.default.svc","jwks_uri":"https://x/openid/v1/jwks","response_types_supported":["id_token"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["ES256"]}""",
            _access.Tokens.Configuration("https://x/openid/v1/jwks").ToString());
        JsonValue key = Assert.Single(_access.Tokens.KeySet()["keys"u8].Items());
        string header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Token().Split('.')[0]));
        Assert.Equal($$"""{"alg":"ES256","kid":"{{key["kid"u8].GetString()}}"}""", header);
    }

    private string Problem(string token) => _access.Authenticator.Verify(token, []).Problem;

    private string Token() => Request("{}")["status"u8]["token"u8].GetString();

    private string Token(string kind, string name) =>
        Request($$$"""{"spec":{"boundObjectRef":{"kind":"{{{kind}}}","apiVersion":"v1","name":"{{{name}}}"}} }""")["status"u8]["token"u8].GetString();

    private JsonValue Request(string request) => _access.TokenRequests.Answer(Bot, JsonTree.Parse(request).Root);
}
