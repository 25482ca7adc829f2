using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Server.Logging;

namespace Webhooks.Tests.Logging;

/// <summary>A logger that keeps what would be written, filtered as the server filters.</summary>
internal sealed class WrittenLines(LogFormat format) : ILoggerProvider
{
    private readonly StringWriter _text = new();
    private readonly LineFormatter _formatter = format == LogFormat.Json ? new JsonLineFormatter(new FixedTime()) : new TextLineFormatter(new FixedTime());

    /// <summary>All lines, with their ends.</summary>
    public string Text => _text.ToString();

    /// <summary>What one call of a logger writes.</summary>
    public static string Of(LogFormat format, Action<ILogger> log, LogLevel level = LogLevel.Trace, string category = "Webhooks.Server.Admission")
    {
        using WrittenLines lines = new(format);
        using LoggerFactory loggers = new([lines], StandardErrorLog.Filter(level));
        log(loggers.CreateLogger(category));
        return lines.Text;
    }

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void Dispose() => _text.Dispose();

    private sealed class Line(WrittenLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, lines._text);
    }
}
