using Webhooks.Admission.PodSecurity;

namespace Webhooks.Admission.Linting;

/// <summary>One thing that somebody should look at.</summary>
/// <param name="File">The path of the file, as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Check">The rule that it breaks: one of <see cref="LintChecks"/>, or Kubernetes' name of a Pod Security check.</param>
/// <param name="Level">The lowest Pod Security level that forbids it; <c>null</c> where it is not about these.</param>
/// <param name="Template">The template; <c>null</c> where it is not about one, or the file can't be read that far.</param>
/// <param name="Message">What is wrong and what to do: one line, at most 1,000 characters.</param>
public sealed record LintFinding(
    string File, int Line, int Column, LintSeverity Severity, string Check, PodSecurityLevel? Level, string? Template, string Message);
