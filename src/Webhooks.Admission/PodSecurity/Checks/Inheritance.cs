namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Fields of a security context that a container has from its pod where it sets none.</summary>
internal static class Inheritance
{
    public const string Remedy = "fine where the workload's pod sets it";

    /// <summary>The containers that neither set the field nor inherit it. A pod that sets it wrongly is one fault, not one for each container.</summary>
    public static IEnumerable<PodParty> Unset(PodFragment pod, string field) =>
        pod.Context[field].IsSet ? [] : pod.Containers.Where(container => !container.Context[field].IsSet);
}
