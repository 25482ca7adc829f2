using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A port has a number, a protocol in upper case and, where it has a name, one of its own.</summary>
internal static class PortRules
{
    private static readonly string[] Protocols = ["SCTP", "TCP", "UDP"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (ContainerField container in template.Containers.Where(container => container.Field["ports"].Count > 0))
        {
            Dictionary<string, Field> names = [];
            foreach (Field port in container.Field["ports"].Items())
            {
                CheckName(port["name"], names, findings);
                CheckNumber(port["containerPort"], findings);
                if (port["hostPort"].Number != 0)
                {
                    findings.Invalid(port["hostPort"], PortNumber.Problems(port["hostPort"].Number));
                }

                ContainerRules.CheckChoice(port["protocol"], Protocols, findings);
            }
        }
    }

    /// <summary>A port that must be there, by number.</summary>
    public static void CheckNumber(Field number, Findings findings)
    {
        if (number.IsSet && number.Number != 0)
        {
            findings.Invalid(number, PortNumber.Problems(number.Number));
        }
        else
        {
            findings.Required(number);
        }
    }

    private static void CheckName(Field name, Dictionary<string, Field> names, Findings findings)
    {
        IReadOnlyList<string> problems = name.Text.Length == 0 ? [] : PortName.Problems(name.Text);
        if (problems.Count > 0)
        {
            findings.Invalid(name, problems);
        }
        else if (name.Text.Length > 0 && !names.TryAdd(name.Text, name))
        {
            findings.Duplicate(name, name.Text, names[name.Text]);
        }
    }
}
