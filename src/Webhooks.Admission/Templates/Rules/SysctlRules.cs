using System.Text;
using System.Text.RegularExpressions;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Kernel parameters have well-formed names, each once; those of the network need a network of the pod's own.</summary>
internal static class SysctlRules
{
    private const int MaxLength = 253;
    private const string Segment = "[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
    private const string Expression = "^(" + Segment + @"[\./])*" + Segment + "$";

    private static readonly Lazy<Regex> Name = new(() => new Regex(
        @"\A(?:" + Segment + @"[\./])*" + Segment + @"\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant));

    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<string, Field> names = new(StringComparer.Ordinal);
        foreach (Field name in template.Root["securityContext"]["sysctls"].Items().Select(sysctl => sysctl["name"]))
        {
            if (name.Text.Length == 0)
            {
                findings.Required(name);
            }
            else if (Encoding.UTF8.GetByteCount(name.Text) > MaxLength || !Name.Value.IsMatch(name.Text))
            {
                findings.Invalid(name, $"must have at most {MaxLength} characters and match regex {Expression}");
            }
            else if (!names.TryAdd(name.Text, name))
            {
                findings.Duplicate(name, name.Text, names[name.Text]);
            }
            else if (name.Text is ['n', 'e', 't', '.' or '/', ..] && !template.Injection.SkipsHostNetwork)
            {
                findings.Invalid(name, "may not be specified when 'hostNetwork' is true", "set injection.hostNetwork: skip to leave out such pods");
            }
        }
    }
}
