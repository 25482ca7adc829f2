namespace Webhooks.Admission.Templates;

/// <summary>What a reading of files gave.</summary>
/// <param name="Templates">The templates that are valid; names of the others are known to it as invalid.</param>
/// <param name="Problems">Everything that is wrong, in the order of files and lines.</param>
public sealed record LoadedTemplates(TemplateSet Templates, IReadOnlyList<TemplateProblem> Problems)
{
    /// <summary>False when a document could not be read: any template may stand in it, so that none is known to be gone.</summary>
    public bool IsWhole => !Problems.Any(problem => problem.IsUnreadable);
}
