using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Logging;

/// <summary>Keeps lines back while it is not known whether a run begins at all: one that can't says why in one line, and nothing else.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class HeldLog
{
    private readonly Lock _lock = new();
    private volatile List<Action>? _held = [];

    /// <summary>A logger whose lines are kept back until <see cref="Release"/>, and then pass.</summary>
    public ILogger Hold(ILogger logger) => new HeldLogger(this, logger);

    /// <summary>Lets go of all lines, in their order; those to come pass at once.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _held?.ForEach(line => line());
            _held = null;
        }
    }

    private bool TryHold(Action line)
    {
        if (_held == null)
        {
            return false;
        }

        lock (_lock)
        {
            _held?.Add(line);
            return _held != null;
        }
    }

    private sealed class HeldLogger(HeldLog log, ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !log.TryHold(() => logger.Log(logLevel, eventId, state, exception, formatter)))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
