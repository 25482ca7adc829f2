namespace Webhooks.Admission.PodSecurity;

/// <summary>The levels of the Pod Security Standards that forbid something; <c>privileged</c> forbids nothing.</summary>
public enum PodSecurityLevel
{
    /// <summary>Prevents known privilege escalations, and lets a plain pod pass.</summary>
    Baseline,

    /// <summary>Hardened by current practice; includes all of <see cref="Baseline"/>.</summary>
    Restricted,
}
