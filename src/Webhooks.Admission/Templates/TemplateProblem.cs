namespace Webhooks.Admission.Templates;

/// <summary>What is wrong with a template, where, and what to do.</summary>
/// <param name="Template">The template; <c>null</c> where the file can't be read that far.</param>
/// <param name="File">The path of the file, as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">The field's path, what is wrong and the remedy.</param>
public sealed record TemplateProblem(string? Template, string File, int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: message</c>, as compilers print it.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
