using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Injection;

/// <summary>Why an object is refused on its creation.</summary>
internal static class Denials
{
    /// <summary>True when the object is refused because a template that it asks for is not injected for that reason.</summary>
    public static bool FollowFrom(InjectionReason reason, string template, InjectionOptions options, TemplateSet templates) => reason switch
    {
        InjectionReason.TemplateMissing or InjectionReason.TemplateInvalid => options.DenyMissingTemplate,
        InjectionReason.Conflict => templates.Find(template)?.Injection.OnConflict == ConflictMode.Deny,
        _ => false,
    };
}
