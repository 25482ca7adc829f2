using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Webhooks.Server.Logging;

/// <summary>
/// Lines for people: time, level, message, and what the message does not say as <c>key=value</c>, quoted where it needs
/// to be. Loggers of others are named; an error's stack follows, in the same line.
/// </summary>
internal sealed class TextLineFormatter(TimeProvider time) : LineFormatter(time)
{
    private const string Ours = "Webhooks";

    protected override void WriteLine<TState>(TextWriter output, string now, string message, in LogEntry<TState> entry)
    {
        output.Write(now);
        output.Write(' ');
        output.Write(LogLevels.Abbreviation(entry.LogLevel));
        output.Write(' ');
        LogText.WritePlain(output, message, LogText.MostOfMessage);
        foreach ((string name, object value) in LogFields.Untold(entry.State))
        {
            WriteField(output, name, LogFields.Text(value));
        }

        if (!entry.Category.StartsWith(Ours, StringComparison.Ordinal))
        {
            WriteField(output, "logger", entry.Category);
        }

        if (entry.Exception is { } exception)
        {
            WriteField(output, "exception", $"{exception.GetType().FullName}: {exception.Message}");
            if (entry.LogLevel >= LogLevel.Error)
            {
                output.Write(" stack=");
                LogText.WriteQuoted(output, exception.ToString(), LogText.MostOfStack);
            }
        }
    }

    private static void WriteField(TextWriter output, string name, string value)
    {
        output.Write(' ');
        LogText.WritePlain(output, name, LogText.MostOfValue);
        output.Write('=');
        if (LogText.IsPlain(value))
        {
            LogText.WritePlain(output, value, LogText.MostOfValue);
        }
        else
        {
            LogText.WriteQuoted(output, value, LogText.MostOfValue);
        }
    }
}
