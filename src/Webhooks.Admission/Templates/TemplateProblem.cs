using Webhooks.Admission.Injection;

namespace Webhooks.Admission.Templates;

/// <summary>What is wrong with a template, where, and what to do.</summary>
/// <param name="Template">The template; <c>null</c> where the file can't be read that far.</param>
/// <param name="File">The path of the file, as it was given.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">The field's path, what is wrong and the remedy.</param>
public sealed record TemplateProblem(string? Template, string File, int Line, int Column, string Message)
{
    private const int MostCharacters = 1000;

    /// <summary>The field's path, what is wrong and the remedy: one line, at most 1,000 characters. What it quotes was written by strangers.</summary>
    public string Message { get; } = Warning.Shorten(Message, MostCharacters);

    /// <summary>
    /// True for a document that can't be read at all. <see cref="Template"/> is then a guess from the file's name: what
    /// stands there may as well be the ConfigMap of another template.
    /// </summary>
    public bool IsUnreadable { get; init; }

    /// <summary><c>file:line:column: message</c>, as compilers print it.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
