namespace Webhooks.Admission.Linting;

/// <summary>What a reading of files found.</summary>
/// <param name="Findings">Everything, by file, line and column.</param>
/// <param name="Templates">How many templates there are, broken ones included.</param>
public sealed record LintReport(IReadOnlyList<LintFinding> Findings, int Templates)
{
    /// <summary>How many findings have that severity.</summary>
    public int Count(LintSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}
