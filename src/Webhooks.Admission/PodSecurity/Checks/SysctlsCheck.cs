using System.Collections.Frozen;
using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity.Checks;

/// <summary>Kernel settings are those that other pods of the node do not feel.</summary>
internal static class SysctlsCheck
{
    private static readonly FrozenSet<string> Safe = FrozenSet.Create(
        StringComparer.Ordinal,
        "kernel.shm_rmid_forced",
        "net.ipv4.ip_local_port_range",
        "net.ipv4.tcp_syncookies",
        "net.ipv4.ping_group_range",
        "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ip_local_reserved_ports",
        "net.ipv4.tcp_keepalive_time",
        "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
        "net.ipv4.tcp_rmem",
        "net.ipv4.tcp_wmem");

    public static void Judge(PodFragment pod, Judgement judgement)
    {
        foreach (Field name in pod.Context["sysctls"].Items().Select(sysctl => sysctl["name"]))
        {
            if (!Safe.Contains(name.Text))
            {
                judgement.Forbid(name, "forbidden sysctls", Shortened.Of(name.Text), "remove it");
            }
        }
    }
}
