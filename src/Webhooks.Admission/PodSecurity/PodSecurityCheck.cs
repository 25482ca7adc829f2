namespace Webhooks.Admission.PodSecurity;

/// <summary>One line of the catalog.</summary>
/// <param name="Id">Its name in Kubernetes.</param>
/// <param name="Level">The level that it belongs to.</param>
/// <param name="Judge">Says what breaks it.</param>
/// <param name="Exempt">The pods that it lets pass.</param>
/// <param name="Overrides">The check of baseline that this one holds more strictly: what that one found is not said twice.</param>
internal sealed record PodSecurityCheck(
    string Id,
    PodSecurityLevel Level,
    Action<PodFragment, Judgement> Judge,
    PodSecurityExemption Exempt = PodSecurityExemption.None,
    string? Overrides = null);
