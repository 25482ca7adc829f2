using Webhooks.Admission.Injection;

namespace Webhooks.Server.Explaining;

/// <summary>
/// Writes about objects that templates have nothing to do with: a line for each that could ask for some, and how many
/// there are of each kind that is never touched.
/// </summary>
internal static class UninvolvedObjects
{
    public static void Write(IReadOnlyList<ExplainedObject> objects, AnnotationNames names, BlockText text)
    {
        ExplainedObject[] silent = [.. objects.Where(one => one.IsUninvolved && Reason(one) == InjectionReason.NotRequested)];
        ExplainedObject[] untouched = [.. objects.Where(one => one.IsUninvolved && Reason(one) == InjectionReason.NotHandled)];
        if (silent.Length > 0)
        {
            Start(InjectionReason.NotRequested, names, text);
            int width = silent.Max(one => one.Title.Length);
            foreach (ExplainedObject one in silent)
            {
                text.Line(2, $"{one.Title.PadRight(width)}  {one.Place}");
            }
        }

        if (untouched.Length > 0)
        {
            Start(InjectionReason.NotHandled, names, text);
            text.Wrapped(2, string.Join(", ", untouched
                .GroupBy(What, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => $"{kind.Key} ({kind.Count()})")));
        }
    }

    private static InjectionReason Reason(ExplainedObject one) => one.Explanation.Templates[0].Reason;

    private static void Start(InjectionReason reason, AnnotationNames names, BlockText text)
    {
        ReasonMeaning meaning = PlainMeanings.Of(reason, UpdateRule.None, names);
        text.Blank();
        text.Title($"{reason.Name()}: {meaning.What}");
        if (meaning.Remedy != null)
        {
            text.Wrapped(2, $"to do: {meaning.Remedy}");
        }
    }

    /// <summary>The kind, and for one that is handled else the operation and the subresource that are not.</summary>
    private static string What(ExplainedObject one)
    {
        string kind = one.Request.SubResource.Length > 0 ? $"{one.Request.Kind.Kind}/{one.Request.SubResource}" : one.Request.Kind.Kind;
        return Injector.Handles(one.Request.Kind) ? $"{kind} {one.Request.Operation.ToString().ToUpperInvariant()}" : kind;
    }
}
