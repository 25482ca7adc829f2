using Webhooks.Admission.Pods;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A volume has a name of its own and at most one source; without one it is an emptyDir.</summary>
internal static class VolumeRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<string, Field> names = new(StringComparer.Ordinal);
        foreach (Field volume in template.Root["volumes"].Items())
        {
            Field name = volume["name"];
            if (name.Text.Length == 0)
            {
                findings.Required(name, remedy: "give the volume a name");
            }
            else
            {
                findings.Invalid(name, DnsLabel.Problems(name.Text));
                if (!names.TryAdd(name.Text, name))
                {
                    findings.Duplicate(name, name.Text, names[name.Text]);
                }
            }

            foreach (string source in Sources(volume).Skip(1))
            {
                findings.Forbidden(volume[source], "may not specify more than 1 volume type");
            }
        }
    }

    /// <summary>The first source of a volume; <c>emptyDir</c> when it says none.</summary>
    public static string SourceOf(Field volume) => Sources(volume).FirstOrDefault() ?? PodShapes.Volume.DefaultSource!;

    private static IEnumerable<string> Sources(Field volume) =>
        volume.Value.Members().Where(member => member.Key != "name" && !member.Value.IsAbsent).Select(member => member.Key);
}
