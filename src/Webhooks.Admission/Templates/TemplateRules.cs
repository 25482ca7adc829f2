using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>The pod rules that a template alone decides: what breaks one breaks every pod that asks for it.</summary>
internal static class TemplateRules
{
    public static void Check(TemplateText text, JsonValue root, string annotationPrefix, List<TemplateProblem> problems)
    {
    }
}
