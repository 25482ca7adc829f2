using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Webhooks.Server.Logging;

/// <summary>Writes a message as one line, whatever is in it.</summary>
/// <param name="time">The clock.</param>
internal abstract class LineFormatter(TimeProvider time) : ConsoleFormatter(nameof(LineFormatter))
{
    /// <summary>The formatter of a format.</summary>
    public static LineFormatter Of(LogFormat format, TimeProvider time) =>
        format == LogFormat.Json ? new JsonLineFormatter(time) : new TextLineFormatter(time);

    public sealed override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        string message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        WriteLine(textWriter, Now(), message, logEntry);
        textWriter.Write('\n');
    }

    /// <summary>Writes the line without its end.</summary>
    /// <param name="output">Gets the line.</param>
    /// <param name="now">RFC 3339, in UTC, with milliseconds.</param>
    /// <param name="message">The message's text.</param>
    /// <param name="entry">Its level, logger, values and exception.</param>
    protected abstract void WriteLine<TState>(TextWriter output, string now, string message, in LogEntry<TState> entry);

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
