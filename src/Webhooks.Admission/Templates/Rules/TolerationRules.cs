using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A toleration says which taints it means, by key, operator, value and effect that go together.</summary>
internal static class TolerationRules
{
    private static readonly string[] Operators = ["Equal", "Exists"];
    private static readonly string[] Effects = ["NoExecute", "NoSchedule", "PreferNoSchedule"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field toleration in template.Root["tolerations"].Items())
        {
            Field key = toleration["key"];
            Field comparison = toleration["operator"];
            Field effect = toleration["effect"];
            if (key.Text.Length > 0)
            {
                findings.Invalid(key, QualifiedName.Problems(key.Text));
            }
            else if (comparison.Text != "Exists")
            {
                findings.Invalid(comparison, "operator must be Exists when `key` is empty, which means \"match all values and all keys\"", "give the toleration a key");
            }

            if (toleration["tolerationSeconds"].IsSet && effect.Text != "NoExecute")
            {
                findings.Invalid(effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
            }

            CheckValue(comparison, toleration["value"], findings);
            ContainerRules.CheckChoice(effect, Effects, findings);
        }
    }

    private static void CheckValue(Field comparison, Field value, Findings findings)
    {
        switch (comparison.Text)
        {
            case "" or "Equal":
                findings.Invalid(value, LabelValue.Problems(value.Text));
                break;
            case "Exists" when value.Text.Length > 0:
                findings.Invalid(value, "value must be empty when `operator` is 'Exists'");
                break;
            case "Gt" or "Lt":
                findings.Invalid(comparison, "is taken only where the feature gate TaintTolerationComparisonOperators is on", "use Equal or Exists");
                break;
            default:
                ContainerRules.CheckChoice(comparison, Operators, findings);
                break;
        }
    }
}
