using System.Globalization;
using System.Text;
using Webhooks.Admission.Linting;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Linting;

/// <summary>Writes a finding as a line.</summary>
internal static class LintPrinter
{
    public static string Line(LintFinding finding, LintFormat format) => format == LintFormat.Json ? Json(finding) : Text(finding);

    /// <summary><c>file:line:column: severity: message [level]</c>.</summary>
    private static string Text(LintFinding finding)
    {
        string level = finding.Level is { } most ? $" [{Word(most)}]" : "";
        return $"{finding.File}:{finding.Line}:{finding.Column}: {Word(finding.Severity)}: {finding.Message}{level}";
    }

    private static string Json(LintFinding finding)
    {
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        Write(writer, "file", finding.File);
        Write(writer, "line", finding.Line);
        Write(writer, "column", finding.Column);
        Write(writer, "severity", Word(finding.Severity));
        Write(writer, "check", finding.Check);
        Write(writer, "level", finding.Level is { } level ? Word(level) : null);
        Write(writer, "template", finding.Template);
        Write(writer, "message", finding.Message);
        writer.EndObject();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(JsonWriter writer, string name, string? text)
    {
        writer.WriteName(name);
        if (text == null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteString(text);
        }
    }

    private static void Write(JsonWriter writer, string name, int number)
    {
        writer.WriteName(name);
        writer.WriteNumber(number);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);
}
