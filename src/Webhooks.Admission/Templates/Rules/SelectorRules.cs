using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Selectors by label: labels, and expressions whose operator and values go together.</summary>
internal static class SelectorRules
{
    public static void Check(Field selector, Findings findings)
    {
        LabelRules.CheckLabels(selector["matchLabels"], findings);
        foreach (Field expression in selector["matchExpressions"].Items())
        {
            Field key = expression["key"];
            Field values = expression["values"];
            CheckValues(expression["operator"], values, findings);
            if (key.Text.Length == 0)
            {
                findings.Required(key);
            }
            else
            {
                findings.Invalid(key, QualifiedName.Problems(key.Text));
            }

            foreach (Field value in values.Items())
            {
                findings.Invalid(value, LabelValue.Problems(value.Text));
            }
        }
    }

    /// <summary>The keys that a selector looks at.</summary>
    public static IEnumerable<string> Keys(Field selector) =>
        selector["matchLabels"].Entries().Select(label => label.Key)
            .Concat(selector["matchExpressions"].Items().Select(expression => expression["key"].Text));

    private static void CheckValues(Field comparison, Field values, Findings findings)
    {
        switch (comparison.Text)
        {
            case "In" or "NotIn" when values.Count == 0:
                findings.Required(values, "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case "Exists" or "DoesNotExist" when values.Count > 0:
                findings.Forbidden(values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            case "In" or "NotIn" or "Exists" or "DoesNotExist":
                break;
            default:
                findings.Invalid(comparison, "not a valid selector operator", "use In, NotIn, Exists or DoesNotExist");
                break;
        }
    }
}
