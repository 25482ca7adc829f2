using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Sending;

/// <summary>Reads answers other than 2xx: the Status in them, or what stands for one.</summary>
/// <param name="time">The clock, for a <c>Retry-After</c> that is a date.</param>
internal sealed class RefusalReader(TimeProvider time)
{
    // A Status with a thousand causes is within this.
    private const int MostRead = 512 * 1024;
    private const int MostQuoted = 4096;

    /// <summary>What to throw. Does not fail itself: a refusal whose body is late or broken is the same refusal.</summary>
    /// <param name="response">The answer's head.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="body">The answer's body.</param>
    /// <param name="secret">What must not be quoted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<KubernetesApiException> ReadAsync(HttpResponseMessage response, string method, Stream body, string? secret, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MostRead);
        try
        {
            int length = await ReadAsync(body, buffer, cancellationToken).ConfigureAwait(false);
            int code = (int)response.StatusCode;
            TimeSpan? retryAfter = RetryAfter(response.Headers.RetryAfter);
            Status? said = Decode(buffer.AsMemory(0, length));
            return said is not null
                ? new KubernetesApiException(said with { Code = code, Message = said.Message.Redact(secret) }, retryAfter)
                : new KubernetesApiException(
                    Status.FromResponse(code, method, default, "", Quote(buffer.AsSpan(0, length), secret), (int)Math.Min(retryAfter?.TotalSeconds ?? 0, int.MaxValue)),
                    retryAfter);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        int length = 0;
        try
        {
            int count;
            do
            {
                count = await body.ReadAsync(buffer.AsMemory(length, MostRead - length), cancellationToken).ConfigureAwait(false);
                length += count;
            }
            while (count > 0 && length < MostRead);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            // The code tells more than the failure: what has come is what there is to quote.
        }

        return length;
    }

    private static Status? Decode(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonTree tree = JsonTree.Parse(body, JsonPolicy.Server);
            return Status.Read(tree.Root) is { Outcome: StatusOutcome.Failure } status ? status : null;
        }
        catch (JsonFormatException)
        {
            // A proxy's page: it is quoted.
            return null;
        }
    }

    // First of all the secret goes: half of one at the end would not be found.
    private static string Quote(ReadOnlySpan<byte> body, string? secret)
    {
        string text = Encoding.UTF8.GetString(body).Redact(secret);
        if (Encoding.UTF8.GetByteCount(text) <= MostQuoted)
        {
            return text;
        }

        byte[] whole = Encoding.UTF8.GetBytes(text);
        int end = MostQuoted;
        while ((whole[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return Encoding.UTF8.GetString(whole, 0, end);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        TimeSpan? wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is { } given && given < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
