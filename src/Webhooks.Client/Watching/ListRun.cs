using System.Buffers;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Watching;

/// <summary>Asks for one page of a list.</summary>
internal sealed class ListRun<T>(IApiTransport transport, Reception<T> reception)
    where T : class, IKubernetesObject<T>
{
    private const int FirstSize = 64 * 1024;

    /// <summary>Asks for a page, and adds its objects to those of the pages before.</summary>
    public async Task<WatchOutcome> RunAsync(ApiRequest request, ListedObjects<T> listed, CancellationToken cancellationToken)
    {
        try
        {
            using ApiResponse response = await transport.SendAsync(request, cancellationToken);
            using CancellationTokenRegistration ending = cancellationToken.UnsafeRegister(static answer => ((ApiResponse)answer!).Dispose(), response);
            ObjectList<T> page = await ReadAsync(response.Body, cancellationToken);
            Add(page, listed);
            return new WatchOutcome.Page(page.ResourceVersion, page.Continue);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && Setback.IsEnd(exception))
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (Setback.Of(exception) is { } setback)
        {
            return new WatchOutcome.Failed(setback);
        }
    }

    private static async Task<ObjectList<T>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        int length = 0;
        try
        {
            while (await body.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                buffer = length < buffer.Length ? buffer : Larger(buffer);
            }

            return ObjectListReader.Read(buffer.AsSpan(0, length), T.Json);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length > Array.MaxLength / 2)
        {
            throw new InvalidDataException("the list is longer than 1 GiB: ask for smaller pages");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private void Add(ObjectList<T> page, ListedObjects<T> listed)
    {
        foreach (T item in page.Items)
        {
            if (item.Metadata.Name.Length == 0)
            {
                reception.Note(new UndecodableObject(null, item.Metadata.ResourceVersion, "it has no name"));
            }
            else if (!reception.TryTake(item, out T? taken))
            {
                listed.SetUndecodable(ObjectKey.Of(item));
            }
            else if (taken != null)
            {
                listed.Set(taken);
            }
        }

        foreach (UndecodableObject undecodable in page.Undecodable)
        {
            reception.Note(undecodable);
            if (undecodable.Key is { } key)
            {
                listed.SetUndecodable(key);
            }
        }
    }
}
