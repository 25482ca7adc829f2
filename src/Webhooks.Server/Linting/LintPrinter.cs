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
        writer.WriteText("file", finding.File);
        Write(writer, "line", finding.Line);
        Write(writer, "column", finding.Column);
        writer.WriteText("severity", Word(finding.Severity));
        writer.WriteText("check", finding.Check);
        writer.WriteText("level", finding.Level is { } level ? Word(level) : null);
        writer.WriteText("template", finding.Template);
        writer.WriteText("message", finding.Message);
        writer.EndObject();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(JsonWriter writer, string name, int number)
    {
        writer.WriteName(name);
        writer.WriteNumber(number);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);
}
