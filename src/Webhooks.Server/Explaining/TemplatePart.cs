using Webhooks.Admission.Explaining;
using Webhooks.Admission.Injection;

namespace Webhooks.Server.Explaining;

/// <summary>Writes what is said about one template in the block of an object.</summary>
/// <param name="template">What is said.</param>
/// <param name="one">The object.</param>
/// <param name="names">The annotations that are ours.</param>
/// <param name="text">Where to.</param>
internal sealed class TemplatePart(TemplateExplanation template, ExplainedObject one, AnnotationNames names, BlockText text)
{
    private const int Indent = 6;

    public void Write()
    {
        (string mark, string color) = Mark();
        text.Line(2, $"{text.Painted(mark, color)} {text.Painted($"{template.Template ?? "no template"}: {template.Reason.Name()}", color)}");
        foreach (Asker asker in template.Askers)
        {
            WriteAsker(asker);
        }

        ReasonMeaning meaning = PlainMeanings.Of(template.Reason, one.Decision.Rule, names);
        text.Labelled(Indent, "why", IsHeldBack ? "it would be injected, were the object not denied" : meaning.What);
        if (meaning.Remedy != null && !IsLeftToPods)
        {
            text.Labelled(Indent, "to do", meaning.Remedy);
        }

        WriteItems();
        foreach (string warning in template.Warnings)
        {
            text.Labelled(Indent, "warning", warning, color: BlockText.Yellow);
        }
    }

    /// <summary>True where nobody need ask here, because the Pods do.</summary>
    private bool IsLeftToPods => template.Template == null && one.Explanation.AskedByPods.Count > 0;

    private bool IsHeldBack => one.Decision is InjectionDecision.Denied && template.Reason == InjectionReason.Injected;

    private (string Mark, string Color) Mark() => template.Decision switch
    {
        TemplateDecision.Inject => ("+", BlockText.Green),
        TemplateDecision.Deny => ("!", BlockText.Red),
        TemplateDecision.Remove => ("-", BlockText.Red),
        _ when Has(ItemChange.Removed) => ("-", BlockText.Red),
        _ when Has(ItemChange.Added) || Has(ItemChange.Changed) => ("~", BlockText.Yellow),
        _ => ("=", ""),
    };

    private bool Has(ItemChange change) => template.Items.Any(group => group.Change == change);

    private void WriteAsker(Asker asker)
    {
        string where = asker.Place switch
        {
            AskerPlace.Object => $"annotation {asker.Key}: {asker.Value} on the {one.Request.Kind.Kind}",
            AskerPlace.PodTemplate => $"annotation {asker.Key}: {asker.Value} on its pod template",
            AskerPlace.Namespace => $"label {asker.Key}={asker.Value} on the namespace, for default templates",
            _ => $"annotation {asker.Key}; nothing asks for it any more",
        };
        string label = asker.Place == AskerPlace.Status ? "listed by"
            : asker.IsWanted switch { true => "asked by", false => "refused by", null => "unclear in" };
        text.Labelled(Indent, label, where);
    }

    private void WriteItems()
    {
        int width = template.Items.Count == 0 ? 0 : template.Items.Max(group => group.Path.Length);
        string last = "";
        foreach (ItemGroup group in template.Items.OrderBy(group => group.Change))
        {
            string label = Label(group.Change);
            string head = group.Names.Count == 0 ? group.Path : $"{group.Path.PadRight(width)}  ";
            text.Labelled(Indent, label == last ? "" : label, string.Join(", ", group.Names), head);
            last = label;
        }
    }

    private string Label(ItemChange change) => change switch
    {
        ItemChange.Added => template.Decision == TemplateDecision.Inject ? "adds" : "puts back",
        ItemChange.Changed => template.Decision == TemplateDecision.Skip ? "puts back" : "changes",
        ItemChange.Removed => "takes off",
        _ => "keeps",
    };
}
