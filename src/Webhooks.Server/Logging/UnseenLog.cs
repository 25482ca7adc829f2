using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Webhooks.Server.Logging;

/// <summary>Makes lines as the others do, and writes them nowhere: for running code that is to be warm.</summary>
internal sealed class UnseenLog(LineFormatter formatter) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> message) =>
        formatter.Write(new LogEntry<TState>(logLevel, nameof(UnseenLog), eventId, state, exception, message), scopeProvider: null, TextWriter.Null);
}
