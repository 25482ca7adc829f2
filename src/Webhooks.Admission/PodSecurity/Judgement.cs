using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity;

/// <summary>Collects what breaks one check.</summary>
internal sealed class Judgement(PodSecurityCheck check, List<PodSecurityFinding> findings)
{
    /// <summary>A field that breaks the check, in the words of the admission plug-in <c>PodSecurity</c>.</summary>
    /// <param name="field">The field, there or not.</param>
    /// <param name="reason">What is forbidden.</param>
    /// <param name="detail">Who does it, and what must be instead.</param>
    /// <param name="remedy">What else to do, without the semicolon before it; empty where the words say it.</param>
    public void Forbid(Field field, string reason, string detail, string remedy = "")
    {
        bool isSaid = check.Overrides != null
            && findings.Exists(finding => finding.Check == check.Overrides && finding.Place.Row == field.Anchor.Row);
        if (!isSaid)
        {
            findings.Add(new PodSecurityFinding(check.Level, check.Id, field.Path, field.Anchor, $"{reason} ({detail})", remedy));
        }
    }
}
