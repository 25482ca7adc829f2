using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Injection;

/// <summary>What is said of a template that is asked for and can't be injected, because it is not there or was never valid.</summary>
internal static class MissingTemplate
{
    public static InjectionReason Reason(TemplateSet templates, string template) =>
        templates.IsInvalid(template) ? InjectionReason.TemplateInvalid : InjectionReason.TemplateMissing;

    /// <summary>The sentence, which names the templates that there are.</summary>
    /// <param name="templates">The templates in force.</param>
    /// <param name="annotation">The annotation that asks.</param>
    /// <param name="template">The template.</param>
    /// <param name="isKept">Whether what it brought earlier stays.</param>
    public static string Line(TemplateSet templates, string annotation, string template, bool isKept = false)
    {
        string problem = templates.IsInvalid(template) ? "the template of that name was never valid"
            : isKept ? "no such template any more"
            : "no such template";
        string consequence = isKept ? ", what it brought stays as it is"
            : templates.IsInvalid(template) ? ", so it is not injected"
            : templates.Names.Count == 0 ? "; there are none"
            : $"; known: {string.Join(", ", templates.Names)}";
        return Warning.Line($"{annotation}: {problem}{consequence}");
    }
}
