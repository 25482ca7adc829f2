using System.Globalization;
using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>No port of the node is taken.</summary>
internal static class HostPortsCheck
{
    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (PodParty container in pod.Containers)
        {
            foreach (Field port in container.Field["ports"].Items().Select(port => port["hostPort"]).Where(port => port.Number != 0))
            {
                string number = port.Number.ToString(CultureInfo.InvariantCulture);
                judgement.Forbid(port, "hostPort", $"{container.Subject} uses hostPort {number}", "remove it");
            }
        }
    }
}
