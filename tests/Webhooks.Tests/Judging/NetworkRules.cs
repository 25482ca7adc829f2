using System.Net;
using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Host aliases and DNS settings are addresses and names, no more than C libraries read.</summary>
internal static class NetworkRules
{
    public static void Judge(JudgedPod pod)
    {
        foreach (JsonElement alias in pod.Spec.List("hostAliases"))
        {
            pod.Forbid(!IsAddress(alias.Text("ip")), $"hostAlias {alias.Text("ip")}");
            pod.Forbid(alias.List("hostnames").Any(name => !Syntax.IsDnsName(name.AsText())), $"hostAlias {alias.Text("ip")}: name");
        }

        // A list by key: what stands twice in it can't be applied again.
        pod.Unique("hostAlias", pod.Spec.List("hostAliases").Select(alias => alias.Text("ip")));
        pod.Unique("imagePullSecret", pod.Spec.List("imagePullSecrets").Select(secret => secret.Text("name")));
        JsonElement dns = pod.Spec.Get("dnsConfig");
        pod.Forbid(dns.List("nameservers").Count() > 3 || dns.List("nameservers").Any(server => !IsAddress(server.AsText())), "nameservers");
        pod.Forbid(dns.List("searches").Count() > 32 || dns.List("searches").Sum(search => search.AsText().Length + 1) > 2049, "searches");
        pod.Forbid(dns.List("searches").Any(search => !Syntax.IsDnsName(search.AsText().Replace('_', 'a').TrimEnd('.'))), "search");
        pod.Forbid(dns.List("options").Any(option => option.Text("name").Length == 0), "dns option");
        pod.Forbid(pod.Spec.Text("dnsPolicy") == "None" && !dns.List("nameservers").Any(), "dnsPolicy None without nameservers");
    }

    /// <summary>.NET takes shorter forms and octal numbers, too; of those none is drawn.</summary>
    private static bool IsAddress(string text) => IPAddress.TryParse(text, out _) && (text.Contains(':', StringComparison.Ordinal) || text.Count(next => next == '.') == 3);
}
