using System.Globalization;
using System.Text;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Annotations have well-formed keys, are not too long, and those that the API server reads say what it understands.</summary>
internal static class AnnotationRules
{
    private const int MostBytes = 256 * 1024;
    private const string Mirror = "kubernetes.io/config.mirror";
    private const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";
    private const string PodSeccomp = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerSeccomp = "container.seccomp.security.alpha.kubernetes.io/";

    public static void Check(TemplateFields template, Findings findings)
    {
        Field annotations = template.Root["metadata"]["annotations"];
        CheckKeys(annotations, findings);
        LabelRules.CheckPrefix(annotations, template.AnnotationPrefix, findings);
        foreach ((string key, Field name, Field value) in annotations.Entries())
        {
            if (key == Mirror)
            {
                findings.Invalid(name, "must set spec.nodeName if mirror pod annotation is set", "remove it");
            }
            else if (key == DeletionCost && !IsCost(value.Text))
            {
                findings.Invalid(value, "must be a 32bit integer");
            }
            else if ((key == PodSeccomp || key.StartsWith(ContainerSeccomp, StringComparison.Ordinal)) && !IsSeccomp(value.Text))
            {
                findings.Invalid(value, "must be a valid seccomp profile");
            }
        }
    }

    public static void CheckKeys(Field annotations, Findings findings)
    {
        long bytes = 0;
        foreach ((string key, Field name, Field value) in annotations.Entries())
        {
            findings.Invalid(name, AnnotationKey.Problems(key));
            bytes += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value.Text);
        }

        if (bytes > MostBytes)
        {
            findings.TooLong(annotations, MostBytes);
        }
    }

    /// <summary>Without plus sign and leading zeros.</summary>
    private static bool IsCost(string text) =>
        text is "0" or ['-' or (>= '1' and <= '9'), ..] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsSeccomp(string profile) =>
        profile is "runtime/default" or "docker/default" or "unconfined"
        || (profile.StartsWith("localhost/", StringComparison.Ordinal) && LocalPath.Problems(profile["localhost/".Length..]).Count == 0);
}
