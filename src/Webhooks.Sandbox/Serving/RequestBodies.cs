using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Serving;

/// <summary>Reads the bodies of requests, up to the size that an API server takes.</summary>
internal static class RequestBodies
{
    /// <summary>The most bytes of a body.</summary>
    public const int Most = 3 * 1024 * 1024;

    /// <summary>The whole body.</summary>
    /// <exception cref="StatusException">It is larger than <see cref="Most"/>: 413.</exception>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Most)
        {
            throw TooLarge();
        }

        PipeReader reader = request.BodyReader;
        while (true)
        {
            ReadResult result = await reader.ReadAsync(cancellation);
            if (result.Buffer.Length > Most)
            {
                throw TooLarge();
            }

            if (result.IsCompleted)
            {
                byte[] body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static StatusException TooLarge() => new(Status.RequestEntityTooLarge($"limit is {Most}"));
}
