using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Kubelet is sent to no other host than the pod, by probes and hooks.</summary>
internal static class HostProbesCheck
{
    private static readonly string[] Kinds = ["httpGet", "tcpSocket"];

    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty container in pod.Containers)
        {
            foreach (Field host in Handlers(container.Field).SelectMany(handler => Kinds.Select(kind => handler[kind]["host"])))
            {
                if (host.Text.Length > 0)
                {
                    judgement.Forbid(
                        host,
                        "probe or lifecycle host",
                        $"{container.Subject} uses probe or lifecycle host {PodFragment.Quote(host.Text)}",
                        "remove it, the default is the pod");
                }
            }
        }
    }

    private static Field[] Handlers(Field container)
    {
        Field lifecycle = container["lifecycle"];
        return
        [
            container["livenessProbe"], container["readinessProbe"], container["startupProbe"], lifecycle["postStart"], lifecycle["preStop"],
        ];
    }
}
