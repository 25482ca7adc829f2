namespace Webhooks.Tests.Injection;

/// <summary>The fields of a PodSpec beside containers and volumes, out of few keys and values, so that those of workloads and templates meet.</summary>
internal sealed class PodDraws(Draws draws)
{
    /// <summary>Fields that any pod may have.</summary>
    /// <param name="percent">How often each stands there.</param>
    public IEnumerable<(string Name, string? Json)> Fields(int percent) =>
    [
        ("imagePullSecrets", draws.Maybe(percent, () => draws.Array(draws.Some(2, "registry", "mirror").Select(name => draws.Object(("name", draws.Text(name))))))),
        ("hostAliases", draws.Maybe(percent, () => draws.Array(draws.Some(2, "10.1.2.3", "::1").Select(HostAlias)))),
        ("tolerations", draws.Maybe(percent, () => draws.Array(draws.Some(2, "spot", "example.com/gpu").Select(Toleration)))),
        ("readinessGates", draws.Maybe(percent, () => draws.Array(draws.Some(2, "ready", "example.com/lb").Select(gate => draws.Object(("conditionType", draws.Text(gate))))))),
        ("nodeSelector", draws.Maybe(percent, () => draws.Object(draws.Some(2, "disk", "example.com/zone").Select(key => (key, (string?)draws.Pick("\"ssd\"", "\"\"")))))),
        ("dnsConfig", draws.Maybe(percent, DnsConfig)),
        ("topologySpreadConstraints", draws.Maybe(percent, () => draws.Array(draws.Some(2, "zone", "kubernetes.io/hostname").Select(Spread)))),
        ("resourceClaims", draws.Maybe(percent, () => draws.Array(draws.Some(2, "gpu", "nic").Select(Claim)))),
    ];

    /// <summary>The grace period, among those the default.</summary>
    public string? Grace(int percent) => draws.Maybe(percent, () => draws.Pick("10", "30", "60", "60", "90"));

    /// <summary>Fields of pods on Linux.</summary>
    public IEnumerable<(string Name, string? Json)> LinuxFields(int percent, string? securityContext) =>
    [
        ("shareProcessNamespace", draws.Maybe(percent, () => draws.Pick("true", "true", "false"))),
        ("securityContext", draws.Chance(percent) ? SecurityContext() : securityContext),
    ];

    private string HostAlias(string ip) => draws.Object(("ip", draws.Text(ip)), ("hostnames", draws.Texts(draws.Pick("db", "cache"))));

    private string Toleration(string key) => draws.Object(
        ("key", draws.Text(key)),
        ("operator", draws.Maybe(50, () => "\"Exists\"")),
        ("value", draws.Maybe(10, () => draws.Pick("\"\"", "null"))),
        ("effect", draws.Maybe(70, () => "\"NoExecute\"")));

    private string DnsConfig() => draws.Object(
        ("nameservers", draws.Maybe(50, () => draws.Texts(draws.Pick("10.0.0.1", "10.0.0.2")))),
        ("searches", draws.Maybe(50, () => draws.Texts("example.com"))),
        ("options", draws.Maybe(50, () => draws.Array([draws.Object(("name", "\"ndots\""), ("value", draws.Pick("\"2\"", "\"5\"")))]))));

    private string Spread(string key) => draws.Object(
        ("maxSkew", draws.Pick("1", "2")), ("topologyKey", draws.Text(key)), ("whenUnsatisfiable", draws.Pick("\"DoNotSchedule\"", "\"ScheduleAnyway\"")));

    private string Claim(string name) => draws.Object(
        ("name", draws.Text(name)), (draws.Pick("resourceClaimName", "resourceClaimTemplateName"), draws.Text(draws.Pick("one", "two"))));

    private string SecurityContext() => draws.Object(
        ("runAsUser", draws.Maybe(40, () => draws.Pick("0", "1000"))),
        ("fsGroup", draws.Maybe(40, () => draws.Pick("0", "2000"))),
        ("supplementalGroups", draws.Maybe(30, () => draws.Pick("[]", "[1]", "[1,2]"))),
        ("seLinuxOptions", draws.Maybe(20, () => draws.Object(("level", draws.Maybe(60, () => "\"s0\"")), ("type", draws.Maybe(60, () => "\"spc_t\""))))),
        ("seccompProfile", draws.Maybe(30, () => "{\"type\":\"RuntimeDefault\"}")));
}
