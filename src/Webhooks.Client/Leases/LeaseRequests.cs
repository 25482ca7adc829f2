using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Leases;

/// <summary>Reads and writes one Lease. A request that takes too long ends by itself.</summary>
internal sealed class LeaseRequests(IApiTransport transport, LeaderElectionOptions options, TimeProvider time)
{
    private const int MostBytes = 2 * 1024 * 1024;

    private static readonly ResourceRequests Leases = ResourceRequests.For<Lease>();

    private readonly ObjectKey _key = new(options.LeaseNamespace, options.LeaseName);

    /// <summary>Whether that may be over at the next attempt: anything but a bug.</summary>
    public static bool IsFailure(Exception failure) =>
        failure is KubernetesApiException or HttpRequestException or TimeoutException or IOException or FormatException;

    /// <summary>The Lease; <c>null</c> where there is none.</summary>
    public async Task<LeaseDocument?> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(Leases.Get(_key), cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesApiException refusal) when (refusal.Code == 404)
        {
            return null;
        }
    }

    /// <summary>Writes a record, if the Lease is still as it was read.</summary>
    /// <param name="read">What was read; <c>null</c>: it is made.</param>
    /// <param name="record">What is to be written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<LeaseDocument> WriteAsync(LeaseDocument? read, LeaseRecord record, CancellationToken cancellationToken) =>
        SendAsync(
            read == null ? Leases.Create(_key.Namespace, LeaseDocument.New(_key, record)) : Leases.Replace(_key, read.With(record)),
            cancellationToken);

    private async Task<LeaseDocument> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(options.RequestTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return LeaseDocument.Read(await transport.AskAsync(request, either.Token, MostBytes).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"{request}: no answer within {options.RequestTimeout.TotalSeconds} s"));
        }
    }
}
