using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>How pods spread: a skew above 0 over the values of one node label, once for each label and action.</summary>
internal static class SpreadRules
{
    private const string MustHold = "DoNotSchedule";
    private static readonly string[] Actions = [MustHold, "ScheduleAnyway"];
    private static readonly string[] NodePolicies = ["Honor", "Ignore"];

    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<(string Key, string Action), Field> pairs = [];
        foreach (Field constraint in template.Root["topologySpreadConstraints"].Items())
        {
            Field key = constraint["topologyKey"];
            Field action = constraint["whenUnsatisfiable"];
            RequirePositive(constraint["maxSkew"], findings);
            CheckKey(key, findings);
            ResizeRules.RequireChoice(action, Actions, findings);
            if (key.Text.Length > 0 && !pairs.TryAdd((key.Text, action.Text), key))
            {
                findings.Duplicate(key, $"{{{key.Text}, {action.Text}}}", pairs[(key.Text, action.Text)]);
            }

            CheckDomains(constraint["minDomains"], action, findings);
            CheckPolicy(constraint["nodeAffinityPolicy"], findings);
            CheckPolicy(constraint["nodeTaintsPolicy"], findings);
            SelectorRules.Check(constraint["labelSelector"], findings);
            CheckLabelKeys(constraint, findings);
        }
    }

    private static void RequirePositive(Field number, Findings findings)
    {
        if (!number.IsSet)
        {
            findings.Required(number);
        }
        else if (number.Number <= 0)
        {
            findings.Invalid(number, "must be greater than zero");
        }
    }

    /// <summary>The API server takes any text, but no node has a label with a malformed key, and no pod would ever be placed.</summary>
    private static void CheckKey(Field key, Findings findings)
    {
        if (key.Text.Length == 0)
        {
            findings.Required(key, "can not be empty");
        }
        else
        {
            findings.Invalid(key, QualifiedName.Problems(key.Text));
        }
    }

    private static void CheckDomains(Field domains, Field action, Findings findings)
    {
        if (domains.IsSet)
        {
            RequirePositive(domains, findings);
            if (action.Text == Actions[1])
            {
                findings.Invalid(domains, $"can only use minDomains if whenUnsatisfiable={MustHold}, not {action.Text}");
            }
        }
    }

    private static void CheckPolicy(Field policy, Findings findings)
    {
        if (policy.IsSet && !NodePolicies.Contains(policy.Text))
        {
            findings.NotSupported(policy, NodePolicies);
        }
    }

    private static void CheckLabelKeys(Field constraint, Findings findings)
    {
        Field keys = constraint["matchLabelKeys"];
        Field selector = constraint["labelSelector"];
        if (keys.Count == 0)
        {
            return;
        }

        if (!selector.IsSet)
        {
            findings.Forbidden(keys, "must not be specified when labelSelector is not set");
        }

        HashSet<string> selected = [.. SelectorRules.Keys(selector)];
        foreach (Field key in keys.Items())
        {
            findings.Invalid(key, QualifiedName.Problems(key.Text));
            if (selected.Contains(key.Text))
            {
                findings.Invalid(key, "exists in both matchLabelKeys and labelSelector");
            }
        }
    }
}
