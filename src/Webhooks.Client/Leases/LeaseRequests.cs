using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Leases;

/// <summary>Reads and writes one Lease. A request that takes too long ends by itself.</summary>
internal sealed class LeaseRequests(IApiTransport transport, LeaderElectionOptions options, TimeProvider time)
{
    private const int MostBytes = 2 * 1024 * 1024;

    private readonly string _collection = $"/apis/coordination.k8s.io/v1/namespaces/{options.LeaseNamespace}/leases";

    private string Target => $"{_collection}/{options.LeaseName}";

    /// <summary>Whether that may be over at the next attempt: anything but a bug.</summary>
    public static bool IsFailure(Exception failure) =>
        failure is KubernetesApiException or HttpRequestException or TimeoutException or IOException or FormatException;

    /// <summary>The Lease; <c>null</c> where there is none.</summary>
    public async Task<LeaseDocument?> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(new ApiRequest { Method = HttpMethod.Get, Target = Target, Verb = "get" }, cancellationToken).ConfigureAwait(false);
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
            new ApiRequest
            {
                Method = read == null ? HttpMethod.Post : HttpMethod.Put,
                Target = read == null ? _collection : Target,
                Verb = read == null ? "create" : "update",
                ContentType = "application/json",
                Body = read?.With(record) ?? LeaseDocument.New(options.LeaseName, options.LeaseNamespace, record),
            },
            cancellationToken);

    private async Task<LeaseDocument> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(options.RequestTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using ApiResponse response = await transport.SendAsync(request, either.Token).ConfigureAwait(false);
            return LeaseDocument.Read(await ReadAsync(response.Body, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"{request}: no answer within {options.RequestTimeout.TotalSeconds} s"));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[4096];
        int length = 0;
        while (await body.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            length += read;
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, length < MostBytes ? 2 * length : throw new FormatException($"the answer is no Lease: it has more than {MostBytes} bytes"));
            }
        }

        return bytes.AsMemory(0, length);
    }
}
