using Webhooks.Admission.Injection;

namespace Webhooks.Server.Explaining;

/// <summary>
/// Writes explanations as text: a block for each object that templates have to do with, a few lines for all the
/// others, and how many there were.
/// </summary>
internal static class ExplanationText
{
    public static string Of(IReadOnlyList<ExplainedObject> objects, AnnotationNames names, bool usesColor)
    {
        BlockText text = new(usesColor);
        foreach (ExplainedObject one in objects.Where(one => !one.IsUninvolved))
        {
            new ObjectBlock(one, names, text).Write();
        }

        UninvolvedObjects.Write(objects, names, text);
        if (objects.Count != 1)
        {
            text.Blank();
            text.Title(Total(objects));
        }

        return text.ToString();
    }

    private static string Total(IReadOnlyList<ExplainedObject> objects)
    {
        int changed = objects.Count(one => one.Decision is InjectionDecision.Changed);
        int denied = objects.Count(one => one.Decision is InjectionDecision.Denied);
        return $"{objects.Count} objects: {changed} changed, {denied} denied, {objects.Count - changed - denied} left as they came";
    }
}
