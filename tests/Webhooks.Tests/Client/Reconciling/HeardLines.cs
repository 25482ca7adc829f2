using Microsoft.Extensions.Logging;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>Keeps what is logged, as <c>Level: message (exception)</c>.</summary>
internal sealed class HeardLines : ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add($"{logLevel}: {formatter(state, exception)}{(exception == null ? "" : $" ({exception.GetType().Name}: {exception.Message})")}");
        }
    }
}
