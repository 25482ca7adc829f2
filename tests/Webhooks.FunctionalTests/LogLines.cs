using Microsoft.Extensions.Logging;

namespace Webhooks.FunctionalTests;

/// <summary>Keeps what is logged, as <c>Level: message</c>.</summary>
internal sealed class LogLines : ILogger
{
    private readonly List<string> _lines = [];

    /// <summary>All that was logged since the last time.</summary>
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

    /// <summary>Of these the warnings and errors.</summary>
    public IEnumerable<string> Problems => All.Where(line => !line.StartsWith("Information", StringComparison.Ordinal));

    /// <summary>Takes what was logged since the last time.</summary>
    public string[] Take()
    {
        lock (_lines)
        {
            string[] taken = [.. _lines];
            _lines.Clear();
            return taken;
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }
}
