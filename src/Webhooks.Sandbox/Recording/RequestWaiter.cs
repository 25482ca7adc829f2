namespace Webhooks.Sandbox.Recording;

/// <summary>Waits for the first request that matches.</summary>
internal sealed class RequestWaiter(Func<RecordedRequest, bool> matches)
{
    private readonly TaskCompletionSource<RecordedRequest> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The request, once there is one; fails as the predicate did.</summary>
    public Task<RecordedRequest> Found => _found.Task;

    /// <summary>Looks at a new record; one thread at a time.</summary>
    public void Look(RecordedRequest request)
    {
        if (_found.Task.IsCompleted)
        {
            return;
        }

        try
        {
            if (matches(request))
            {
                _found.SetResult(request);
            }
        }
        catch (Exception failure)
        {
            // The predicate's failure is its caller's, not the request's.
            _found.SetException(failure);
        }
    }
}
