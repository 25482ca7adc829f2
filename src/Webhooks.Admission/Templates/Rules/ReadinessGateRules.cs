using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A readiness gate names a type of condition, each type once.</summary>
internal static class ReadinessGateRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<string, Field> types = new(StringComparer.Ordinal);
        foreach (Field type in template.Root["readinessGates"].Items().Select(gate => gate["conditionType"]))
        {
            if (type.Text.Length == 0)
            {
                findings.Required(type);
                continue;
            }

            findings.Invalid(type, QualifiedName.Problems(type.Text));
            if (!types.TryAdd(type.Text, type))
            {
                findings.Duplicate(type, type.Text, types[type.Text]);
            }
        }
    }
}
