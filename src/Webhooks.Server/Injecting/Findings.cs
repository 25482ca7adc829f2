using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Injecting;

/// <summary>What the documents, and the templates, gave to say.</summary>
internal sealed class Findings
{
    /// <summary>What can't be read or changed: nothing is printed then.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What the user may want to know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What the user should know.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>What is wrong with templates.</summary>
    public List<TemplateProblem> BrokenTemplates { get; } = [];

    /// <summary>Objects that were denied, and why.</summary>
    public List<string> Denials { get; } = [];

    /// <summary>Says what does not decide the exit code.</summary>
    public void Warn(Terminal terminal)
    {
        Notes.ForEach(terminal.Note);
        Warnings.ForEach(terminal.Warn);
    }

    /// <summary>Says what does.</summary>
    /// <returns>The exit code.</returns>
    public int Fail(Terminal terminal)
    {
        BrokenTemplates.ForEach(problem => terminal.Fail(problem.ToString()));
        Denials.ForEach(denial => terminal.Fail($"denied: {denial}"));
        return BrokenTemplates.Count + Denials.Count > 0 ? ExitCode.Finding : ExitCode.Fine;
    }
}
