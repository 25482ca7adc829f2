using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Webhooks.Server.Logging;

/// <summary>
/// Lines for machines: one flat JSON object with <c>ts</c>, <c>level</c>, <c>logger</c>, <c>msg</c>, then the message's
/// values; of an exception <c>exception</c> (its type) and <c>exceptionMessage</c>, with an error <c>stack</c> too.
/// </summary>
internal sealed class JsonLineFormatter(TimeProvider time) : LineFormatter(time)
{
    private static readonly HashSet<string> Taken = ["ts", "level", "logger", "msg", "exception", "exceptionMessage", "stack"];

    protected override void WriteLine<TState>(TextWriter output, string now, string message, in LogEntry<TState> entry)
    {
        output.Write("{\"ts\":\"");
        output.Write(now);
        output.Write("\",\"level\":\"");
        output.Write(LogLevels.Name(entry.LogLevel));
        output.Write('"');
        WriteText(output, "logger", entry.Category, LogText.MostOfValue);
        WriteText(output, "msg", message, LogText.MostOfMessage);
        foreach ((string name, object value) in LogFields.Of(entry.State))
        {
            WriteName(output, Taken.Contains(name) ? $"{name}_" : name);
            WriteValue(output, value);
        }

        if (entry.Exception is { } exception)
        {
            WriteText(output, "exception", exception.GetType().FullName ?? "", LogText.MostOfValue);
            WriteText(output, "exceptionMessage", exception.Message, LogText.MostOfValue);
            if (entry.LogLevel >= LogLevel.Error)
            {
                WriteText(output, "stack", exception.ToString(), LogText.MostOfStack);
            }
        }

        output.Write('}');
    }

    private static void WriteText(TextWriter output, string name, string text, int most)
    {
        WriteName(output, name);
        LogText.WriteQuoted(output, text, most);
    }

    private static void WriteName(TextWriter output, string name)
    {
        output.Write(',');
        LogText.WriteQuoted(output, name, LogText.MostOfValue);
        output.Write(':');
    }

    private static void WriteValue(TextWriter output, object value)
    {
        switch (value)
        {
            case bool or byte or short or ushort or int or uint or long or ulong or decimal:
                output.Write(LogFields.Text(value));
                break;
            case float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                output.Write(LogFields.Text(value));
                break;
            default:
                LogText.WriteQuoted(output, LogFields.Text(value), LogText.MostOfValue);
                break;
        }
    }
}
