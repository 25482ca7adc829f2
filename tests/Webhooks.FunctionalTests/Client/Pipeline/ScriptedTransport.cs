using System.Collections.Concurrent;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.FunctionalTests.Client.Pipeline;

/// <summary>Answers as it is told, one answer after the other; after the last with 200.</summary>
internal sealed class ScriptedTransport(params IEnumerable<Exception> failures) : IApiTransport
{
    private readonly ConcurrentQueue<Exception> _failures = new(failures);
    private int _sent;

    public int Sent => Volatile.Read(ref _sent);

    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sent);
        cancellationToken.ThrowIfCancellationRequested();
        return _failures.TryDequeue(out Exception? failure) ? Task.FromException<ApiResponse>(failure) : Task.FromResult(new ApiResponse(200, Stream.Null, Stream.Null));
    }
}
