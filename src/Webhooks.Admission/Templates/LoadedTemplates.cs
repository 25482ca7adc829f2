namespace Webhooks.Admission.Templates;

/// <summary>What a reading of files gave.</summary>
/// <param name="Templates">The templates that are valid; names of the others are known to it as invalid.</param>
/// <param name="Problems">Everything that is wrong, in the order of files and lines.</param>
public sealed record LoadedTemplates(TemplateSet Templates, IReadOnlyList<TemplateProblem> Problems)
{
    /// <summary>What readings of sources gave that share no name, as one.</summary>
    /// <param name="readings">In the order in which their problems are told.</param>
    public static LoadedTemplates Joined(IReadOnlyCollection<LoadedTemplates> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        IEnumerable<InjectionTemplate> valid = readings.SelectMany(one => one.Templates.Names.Select(name => one.Templates.Find(name)!));
        return new LoadedTemplates(
            new TemplateSet(valid, readings.SelectMany(one => one.Templates.InvalidNames)), [.. readings.SelectMany(one => one.Problems)]);
    }

    /// <summary>False when a document could not be read: any template may stand in it, so that none is known to be gone.</summary>
    public bool IsWhole => !Problems.Any(problem => problem.IsUnreadable);
}
