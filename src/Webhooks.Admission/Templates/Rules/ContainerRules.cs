using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A container has a name of its own and an image, and knows the policies that it names.</summary>
internal static class ContainerRules
{
    public static readonly string[] PullPolicies = ["Always", "IfNotPresent", "Never"];
    private static readonly string[] MessagePolicies = ["FallbackToLogsOnError", "File"];

    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<string, Field> names = new(StringComparer.Ordinal);
        foreach (Field container in template.Containers.Select(container => container.Field))
        {
            CheckName(container["name"], names, findings);
            CheckImage(container["image"], findings);
            CheckChoice(container["imagePullPolicy"], PullPolicies, findings);
            CheckChoice(container["terminationMessagePolicy"], MessagePolicies, findings);
        }
    }

    /// <summary>A string that is empty or one of those supported.</summary>
    public static void CheckChoice(Field choice, string[] supported, Findings findings)
    {
        if (choice.Text.Length > 0 && !supported.Contains(choice.Text))
        {
            findings.NotSupported(choice, supported);
        }
    }

    private static void CheckName(Field name, Dictionary<string, Field> names, Findings findings)
    {
        if (name.Text.Length == 0)
        {
            findings.Required(name, remedy: "give the container a name");
        }
        else
        {
            findings.Invalid(name, DnsLabel.Problems(name.Text));
            if (!names.TryAdd(name.Text, name))
            {
                findings.Duplicate(name, name.Text, names[name.Text]);
            }
        }
    }

    private static void CheckImage(Field image, Findings findings)
    {
        if (image.Text.Length == 0)
        {
            findings.Required(image, remedy: "give the container an image");
        }
        else if (image.Text.Trim().Length != image.Text.Length)
        {
            findings.Invalid(image, "must not have leading or trailing whitespace");
        }
    }
}
