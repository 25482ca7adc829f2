using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A template brings something.</summary>
internal static class EmptyRule
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Field metadata = template.Root["metadata"];
        if (!PodShapes.Brought.Any(name => Says(template.Root[name])) && !Says(metadata["labels"]) && !Says(metadata["annotations"]))
        {
            findings.Whole(
                template.Root,
                "the template brings nothing; give it containers, another field of a PodSpec, metadata.labels or metadata.annotations, or delete it");
        }
    }

    private static bool Says(Field field) => field.Value.Kind is JsonKind.Object or JsonKind.Array ? field.Count > 0 : field.IsSet;
}
