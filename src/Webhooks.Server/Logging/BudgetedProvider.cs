using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Logging;

/// <summary>Bounds the warnings of the framework, which strangers can cause by the thousand: with connections beyond the limit, say.</summary>
/// <param name="provider">Writes the lines.</param>
/// <param name="time">The clock.</param>
internal sealed partial class BudgetedProvider(ILoggerProvider provider, TimeProvider time) : ILoggerProvider
{
    private const int WarningsPerSecond = 20;

    private static readonly string[] Framework = ["Microsoft.", "System."];

    public ILogger CreateLogger(string categoryName)
    {
        ILogger logger = provider.CreateLogger(categoryName);
        return Framework.Any(name => categoryName.StartsWith(name, StringComparison.Ordinal))
            ? new BudgetedLogger(logger, new LineBudget(WarningsPerSecond, time))
            : logger;
    }

    public void Dispose() => provider.Dispose();

    private sealed partial class BudgetedLogger(ILogger logger, LineBudget budget) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            long leftOut = 0;
            if (logLevel < LogLevel.Warning || budget.TryTake(out leftOut))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }

            if (leftOut > 0)
            {
                LeftOut(logger, leftOut);
            }
        }

        [LoggerMessage(LogLevel.Warning, "{Count} lines like these were left out")]
        private static partial void LeftOut(ILogger logger, long count);
    }
}
