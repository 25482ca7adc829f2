using System.Collections;

namespace Webhooks.Sandbox.Recording;

/// <summary>The latest requests to a server, oldest first.</summary>
/// <remarks>
/// Thread safe. A request stands here from when it is known who asks, and its record is replaced as its answer comes along;
/// going through the log goes through the records of one moment. Nothing is kept, and nothing costs, while <see cref="IsOn"/>
/// is false. The oldest go when there are more than 10,000, or their bodies take more than 64 MiB.
/// </remarks>
public sealed class RequestLog : IEnumerable<RecordedRequest>
{
    private const int Most = 10_000;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, RecordedRequest> _requests = [];
    private readonly List<RequestWaiter> _waiters = [];
    private long _latest;
    private long _bytes;
    private volatile bool _isOn;

    internal RequestLog(bool isOn) => _isOn = isOn;

    /// <summary>Whether requests are recorded; may be changed at any time. The default is what the server's options say.</summary>
    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }

    /// <summary>Forgets what was recorded; of requests that are still dealt with, nothing more is told.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _bytes = 0;
        }
    }

    /// <summary>The first request that matches: one that is recorded, or else the first that comes to match.</summary>
    /// <param name="matches">Called with each new record of each request; it must not call the log.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">Nothing is recorded: <see cref="IsOn"/> is false.</exception>
    public async Task<RecordedRequest> WaitForAsync(Func<RecordedRequest, bool> matches, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(matches);
        if (!IsOn)
        {
            throw new InvalidOperationException("requests are not recorded; set IsOn, or RecordsRequests of the server's options");
        }

        RequestWaiter waiter = new(matches);
        lock (_lock)
        {
            if (_requests.Values.FirstOrDefault(matches) is { } known)
            {
                return known;
            }

            _waiters.Add(waiter);
        }

        try
        {
            return await waiter.Found.WaitAsync(cancellation);
        }
        finally
        {
            lock (_lock)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    /// <summary>The records of this moment.</summary>
    public IEnumerator<RecordedRequest> GetEnumerator()
    {
        List<RecordedRequest> requests;
        lock (_lock)
        {
            requests = [.. _requests.Values];
        }

        return requests.GetEnumerator();
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Takes a request in.</summary>
    /// <param name="make">Makes its record, with that number.</param>
    internal RecordedRequest Add(Func<long, RecordedRequest> make)
    {
        lock (_lock)
        {
            RecordedRequest request = make(++_latest);
            _requests.Add(request.Number, request);
            _bytes += request.Size;
            Bound();
            Tell(request);
            return request;
        }
    }

    /// <summary>Puts a newer record of a request in the place of the one before, if that is still here.</summary>
    internal void Replace(RecordedRequest request)
    {
        lock (_lock)
        {
            if (_requests.TryGetValue(request.Number, out RecordedRequest? before))
            {
                _requests[request.Number] = request;
                _bytes += request.Size - before.Size;
                Bound();
                Tell(request);
            }
        }
    }

    private void Bound()
    {
        while (_requests.Count > Most || (_bytes > MostBytes && _requests.Count > 1))
        {
            (long oldest, RecordedRequest request) = _requests.First();
            _requests.Remove(oldest);
            _bytes -= request.Size;
        }
    }

    private void Tell(RecordedRequest request)
    {
        foreach (RequestWaiter waiter in _waiters)
        {
            waiter.Look(request);
        }
    }
}
