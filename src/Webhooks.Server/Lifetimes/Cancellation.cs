namespace Webhooks.Server.Lifetimes;

/// <summary>Waiting for a token.</summary>
internal static class Cancellation
{
    /// <summary>Completes when the token is cancelled, without an exception.</summary>
    public static async Task WaitAsync(CancellationToken token)
    {
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
        await cancelled.Task.ConfigureAwait(false);
    }
}
