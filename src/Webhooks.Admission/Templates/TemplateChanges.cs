namespace Webhooks.Admission.Templates;

/// <summary>What one look at the sources changed, for log lines. Each list is sorted, and empty where nothing is of its kind.</summary>
/// <param name="Added">Templates that are in force from now on.</param>
/// <param name="Changed">Templates of which another version is in force from now on.</param>
/// <param name="Deleted">Names that are missing for the first time, with the moment until which the template stays in force.</param>
/// <param name="Returned">Names that were missing and are there again.</param>
/// <param name="Dropped">Names that were missing for long enough: nothing is in force under them any more.</param>
/// <param name="Problems">What is wrong today and was not at the look before. Where a template of that name is in force, that version stays.</param>
public sealed record TemplateChanges(
    IReadOnlyList<InjectionTemplate> Added,
    IReadOnlyList<InjectionTemplate> Changed,
    IReadOnlyList<KeyValuePair<string, DateTimeOffset>> Deleted,
    IReadOnlyList<string> Returned,
    IReadOnlyList<string> Dropped,
    IReadOnlyList<TemplateProblem> Problems);
