using Webhooks.Resources.Json;

namespace Webhooks.Admission.PodSecurity;

/// <summary>One thing that breaks a level of the Pod Security Standards.</summary>
/// <param name="Level">The lowest level that forbids it.</param>
/// <param name="Check">The check's name in Kubernetes: <c>capabilities_baseline</c>.</param>
/// <param name="Path">The field: <c>containers[0].securityContext.privileged</c>, whether it is there or must be.</param>
/// <param name="Place">The field's value; where it is missing, the nearest value around it.</param>
/// <param name="Message">What the API server says of it: <c>privileged (container "a" must not set securityContext.privileged=true)</c>.</param>
/// <param name="Remedy">What else to do about it; empty where the message says all.</param>
public sealed record PodSecurityFinding(
    PodSecurityLevel Level, string Check, string Path, JsonValue Place, string Message, string Remedy);
