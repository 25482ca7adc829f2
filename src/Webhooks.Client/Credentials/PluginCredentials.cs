namespace Webhooks.Client.Credentials;

/// <summary>Keeps what a plugin printed until that ends. However many requests wait, it runs once, and none of them stops it.</summary>
/// <remarks>Thread safe.</remarks>
/// <param name="plugin">Runs it.</param>
/// <param name="time">The clock.</param>
internal sealed class PluginCredentials(Func<CancellationToken, Task<PluginAnswer>> plugin, TimeProvider time) : IDisposable
{
    /// <summary>How often it may run at most where it prints, again and again, what the server refuses.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private Task<PluginAnswer>? _running;
    private PluginAnswer? _answer;
    private DateTimeOffset? _ends;
    private long? _repeated;

    /// <summary>What it printed, or prints now.</summary>
    /// <exception cref="CredentialException">It fails; the next request runs it again.</exception>
    public ValueTask<PluginAnswer> CurrentAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            bool isGood = _answer is not null && (_ends is null || time.GetUtcNow() < _ends);
            return isGood ? new(_answer!) : new(Run().WaitAsync(cancellationToken));
        }
    }

    /// <summary>What it prints after the server refused what it had printed: perhaps the same.</summary>
    /// <exception cref="CredentialException">It fails; the next request runs it again.</exception>
    public Task<PluginAnswer> RenewAsync(PluginAnswer? refused, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            bool isKnown = _answer is not null && (_answer != refused || (_repeated is { } last && time.GetElapsedTime(last) < Patience));
            return isKnown ? Task.FromResult(_answer!) : Run().WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    // Under the lock. On a thread of its own, so that it takes no time there.
    private Task<PluginAnswer> Run()
    {
        CancellationToken end = _end.Token;
        return _running ??= Task.Run(() => RunAsync(end), CancellationToken.None);
    }

    private async Task<PluginAnswer> RunAsync(CancellationToken end)
    {
        PluginAnswer? answer = null;
        try
        {
            answer = await plugin(end).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(Sending.ApiConnection));
        }
        finally
        {
            lock (_lock)
            {
                _running = null;
                answer = Keep(answer);
            }
        }

        return answer!;
    }

    // What is printed twice is one credential.
    private PluginAnswer? Keep(PluginAnswer? answer)
    {
        if (answer is null)
        {
            return null;
        }

        bool isRepeated = _answer is not null && answer.IsSameAs(_answer);
        _repeated = isRepeated ? time.GetTimestamp() : null;
        _ends = answer.Ends;
        return _answer = isRepeated ? _answer : answer;
    }
}
