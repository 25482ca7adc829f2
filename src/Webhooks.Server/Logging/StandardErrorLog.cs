using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Webhooks.Server.Logging;

/// <summary>
/// Log lines on standard error. They are queued, and dropped, counted and reported when it is not read: who logs never
/// waits for who reads.
/// </summary>
internal static class StandardErrorLog
{
    /// <summary>Loggers for these lines; disposing writes what is queued, within 1.5 seconds.</summary>
    /// <param name="format">What the lines look like.</param>
    /// <param name="level">The least that is written; of the framework's own only warnings, unless this is below Information.</param>
    /// <param name="time">The clock.</param>
    public static ILoggerFactory Create(LogFormat format, LogLevel level, TimeProvider time)
    {
        LineFormatter formatter = LineFormatter.Of(format, time);
        ConsoleLoggerOptions options = new()
        {
            FormatterName = formatter.Name,
            LogToStandardErrorThreshold = LogLevel.Trace,
            QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite,
        };
        ConsoleLoggerProvider provider = new(new FixedOptions(options), [formatter]);
        return new LoggerFactory([new BudgetedProvider(provider, time)], Filter(level));
    }

    /// <summary>What is written at a level.</summary>
    public static LoggerFilterOptions Filter(LogLevel level)
    {
        LoggerFilterOptions filter = new() { MinLevel = level };
        if (level >= LogLevel.Information)
        {
            LogLevel ofOthers = level > LogLevel.Warning ? level : LogLevel.Warning;
            filter.Rules.Add(new LoggerFilterRule(providerName: null, "Microsoft", ofOthers, filter: null));
            filter.Rules.Add(new LoggerFilterRule(providerName: null, "System", ofOthers, filter: null));
        }

        return filter;
    }

    private sealed class FixedOptions(ConsoleLoggerOptions value) : IOptionsMonitor<ConsoleLoggerOptions>
    {
        public ConsoleLoggerOptions CurrentValue => value;

        public ConsoleLoggerOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<ConsoleLoggerOptions, string?> listener) => null;
    }
}
