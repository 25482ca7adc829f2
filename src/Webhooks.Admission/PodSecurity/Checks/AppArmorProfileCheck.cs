using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Literals;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>AppArmor is not turned off, by field or by the annotation that was before it.</summary>
internal static class AppArmorProfileCheck
{
    private const string Reason = "forbidden AppArmor profile";
    private const string AnnotationPrefix = "container.apparmor.security.beta.kubernetes.io/";

    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty party in pod.Parties)
        {
            Field profile = party.Context["appArmorProfile"];
            if (profile.IsSet && profile["type"].Text is not ("RuntimeDefault" or "Localhost"))
            {
                judgement.Forbid(profile["type"], Reason, Detail(party.Subject, profile["type"].Text));
            }
        }

        foreach ((string key, _, Field value) in pod.Root["metadata"]["annotations"].Entries())
        {
            if (key.StartsWith(AnnotationPrefix, StringComparison.Ordinal) && !IsAllowed(value.Text))
            {
                judgement.Forbid(value, Reason, Detail("annotation", $"{Shortened.Of(key)}={GoString.Quote(Shortened.Of(value.Text))}"));
            }
        }
    }

    private static bool IsAllowed(string annotation) =>
        annotation is "" or "runtime/default" || annotation.StartsWith("localhost/", StringComparison.Ordinal);

    private static string Detail(string who, string what) => $"{who} must not set AppArmor profile type to \"{what}\"";
}
