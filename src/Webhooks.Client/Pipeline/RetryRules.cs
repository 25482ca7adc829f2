using Webhooks.Client.Credentials;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Pipeline;

/// <summary>Says which request may be sent again after which failure, and when.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>a watch</term><description>never: who watches has waits of its own</description></item>
/// <item><term>429, 503 with <c>Retry-After</c></term><description>always: the server did nothing, and says when it will</description></item>
/// <item><term>no connection was made</term><description>always: nothing was sent</description></item>
/// <item><term>a connection broke, or brought no HTTP</term><description>get and list: of others it is not known whether they were done</description></item>
/// <item><term>anything else</term><description>never: it would come to the same, or has taken its time already</description></item>
/// </list>
/// </remarks>
internal static class RetryRules
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="request">What was sent.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="longest">The longest <c>Retry-After</c> to wait for.</param>
    public static bool MayBeSentAgain(ApiRequest request, Exception failure, TimeSpan longest) => request.Verb != "watch" && failure switch
    {
        KubernetesApiException refusal => refusal is { Code: 429 or 503, RetryAfter: { } asked } && asked <= longest,
        CredentialException => false,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.Unknown } =>
            request.Verb is "get" or "list",
        _ => false,
    };

    /// <param name="failure">What happened.</param>
    /// <param name="sent">How often it was sent before that.</param>
    /// <param name="chance">Adds up to a tenth to what the server asks for, and takes up to the half of what it does not.</param>
    public static TimeSpan WaitAfter(Exception failure, int sent, Random chance)
    {
        TimeSpan own = First * Math.Pow(2, Math.Min(sent, 16));
        own = (own < Longest ? own : Longest) * (0.5 + (chance.NextDouble() / 2));
        TimeSpan asked = (failure as KubernetesApiException)?.RetryAfter ?? TimeSpan.Zero;
        TimeSpan spread = asked * (1 + (chance.NextDouble() / 10));
        return spread > own ? spread : own;
    }
}
