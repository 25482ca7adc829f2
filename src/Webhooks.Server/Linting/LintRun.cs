using System.Text;
using Webhooks.Admission.Linting;
using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Linting;

/// <summary>One run of <c>webhooks lint</c>: reads everything, prints what was found, and says how much that was.</summary>
internal sealed class LintRun(Linter linter, IReadOnlyList<string> names, LintFormat format, Terminal terminal)
{
    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">Something can't be read.</exception>
    public int Run()
    {
        // A file that is named twice, itself and by its folder, would say of its templates that they stand in two.
        List<TemplateFile> files = [.. SourceFiles.Read(names, terminal.Input)
            .DistinctBy(file => Path.GetFullPath(file.Name)).Select(file => new TemplateFile(file.Name, file.Content))];
        LintReport report = linter.Lint(files);
        StringBuilder lines = new();
        foreach (LintFinding finding in report.Findings)
        {
            lines.Append(LintPrinter.Line(finding, format)).Append('\n');
        }

        terminal.Write(lines.ToString());
        terminal.Error.WriteLine(Summary(files.Count, report));
        return report.Count(LintSeverity.Error) > 0 ? ExitCode.Finding : ExitCode.Fine;
    }

    private static string Summary(int files, LintReport report) => string.Join(
        ", ",
        Number(files, "file"),
        Number(report.Templates, "template"),
        Number(report.Count(LintSeverity.Error), "error"),
        Number(report.Count(LintSeverity.Warning), "warning"),
        Number(report.Count(LintSeverity.Note), "note"));

    private static string Number(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
