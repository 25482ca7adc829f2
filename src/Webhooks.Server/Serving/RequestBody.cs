using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Serving;

/// <summary>A request's body in one run of pooled memory. What was read of it ends with <see cref="Dispose"/>.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>Memory follows the bytes that came: on the word of a header nothing is set aside.</summary>
    private readonly PooledBuffer _bytes = new(capacity: 0);

    private readonly BodyBudget _budget;
    private long _share;

    private RequestBody(BodyBudget budget) => _budget = budget;

    /// <summary>The bytes; valid until it is disposed of.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>Reads a body to its end.</summary>
    /// <returns>The body, or what is wrong with it.</returns>
    public static async ValueTask<(RequestBody? Body, RequestFault? Fault)> ReadAsync(HttpContext context, long most, BodyBudget budget)
    {
        HttpRequest request = context.Request;
        if (request.ContentLength > most)
        {
            return (null, RequestFault.TooLarge(most));
        }

        RequestBody body = new(budget);
        RequestFault? fault;
        bool isRead = false;
        try
        {
            fault = await body.FillAsync(request.BodyReader, most).ConfigureAwait(false);
            isRead = fault == null;
        }
        catch (BadHttpRequestException failure)
        {
            fault = failure.StatusCode switch
            {
                StatusCodes.Status408RequestTimeout => RequestFault.TooSlow(),
                StatusCodes.Status413PayloadTooLarge => RequestFault.TooLarge(most),
                _ => RequestFault.Unreadable($"the body can't be read: {failure.Message}"),
            };
        }
        finally
        {
            // A client that went away leaves by an exception.
            if (!isRead)
            {
                body.Dispose();
            }
        }

        return isRead ? (body, null) : (null, fault);
    }

    public void Dispose()
    {
        _budget.Return(_share);
        _share = 0;
        _bytes.Dispose();
    }

    private async ValueTask<RequestFault?> FillAsync(PipeReader reader, long most)
    {
        while (true)
        {
            // No token: the reading fails when the client goes away, and a token would cost an allocation for each request.
            ReadResult read = await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            ReadOnlySequence<byte> arrived = read.Buffer;
            RequestFault? fault = Keep(arrived, most);

            // After a fault too: what the server reads on its own would else find the reader busy, and say so in its log.
            reader.AdvanceTo(arrived.End);
            if (fault != null || read.IsCompleted)
            {
                return fault;
            }
        }
    }

    private RequestFault? Keep(ReadOnlySequence<byte> arrived, long most)
    {
        if (arrived.IsEmpty)
        {
            return null;
        }

        if (_bytes.Length + arrived.Length > most)
        {
            return RequestFault.TooLarge(most);
        }

        if (!_budget.TryTake(arrived.Length))
        {
            return RequestFault.Overloaded();
        }

        _share += arrived.Length;
        int length = (int)arrived.Length;
        arrived.CopyTo(_bytes.GetSpan(length));
        _bytes.Advance(length);
        return null;
    }
}
