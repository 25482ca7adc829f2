namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>The pod has its own network, processes and shared memory.</summary>
internal static class HostNamespacesCheck
{
    private static readonly string[] Namespaces = ["hostNetwork", "hostPID", "hostIPC"];

    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (string name in Namespaces)
        {
            if (pod.Root[name] is { IsTrue: true } field)
            {
                judgement.Forbid(field, "host namespaces", $"{name}=true", "remove it");
            }
        }
    }
}
