using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Access;

/// <summary>Sends a request and reads all of its answer.</summary>
internal static class AnswerReading
{
    /// <summary>Far above what a server has in one page, and far below what memory has.</summary>
    private const int MostBytes = 512 * 1024 * 1024;

    /// <summary>The body of the answer.</summary>
    /// <param name="transport">Sends the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="most">The longest answer, in bytes.</param>
    /// <exception cref="HttpRequestException">It is longer than any that makes sense, or it broke off.</exception>
    public static async Task<ReadOnlyMemory<byte>> AskAsync(this IApiTransport transport, ApiRequest request, CancellationToken cancellationToken, int most = MostBytes)
    {
        using ApiResponse response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] bytes = new byte[4096];
        int length = 0;
        while (true)
        {
            int read = await response.Body.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return bytes.AsMemory(0, length);
            }

            length += read;
            if (length == bytes.Length)
            {
                Array.Resize(
                    ref bytes,
                    length < most ? Math.Min(length * 2, most) : throw new HttpRequestException($"the answer to {request} is longer than {most} bytes"));
            }
        }
    }
}
