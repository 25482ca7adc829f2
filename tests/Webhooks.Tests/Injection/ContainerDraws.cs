namespace Webhooks.Tests.Injection;

/// <summary>Containers of workloads and of templates, out of few names, ports and variables, so that they meet.</summary>
/// <param name="draws">Where choices come from.</param>
/// <param name="isDefaulted">Whether what the API server fills in is spelled out.</param>
internal sealed class ContainerDraws(Draws draws, bool isDefaulted)
{
    private readonly HashSet<(int Port, string Protocol)> _ports = [];
    private readonly HashSet<int> _hostPorts = [];

    /// <summary>Whether this is for a template: valid whatever it is added to. Default: no.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Whether this is for pods on Windows, which have none of the security settings of Linux. Default: no.</summary>
    public bool IsWindows { get; init; }

    /// <summary>The images, with and without a tag that is always pulled.</summary>
    private string Image => draws.Text(draws.Pick("nginx", "nginx:1.27", "fluentd:1.30", "busybox:latest", "registry:5000/app@sha256:0123"));

    /// <summary>A container.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isInit">Whether it is for <c>initContainers</c>.</param>
    /// <param name="volumes">What it may mount.</param>
    public string Container(string name, bool isInit, string[] volumes)
    {
        bool isSidecar = isInit && draws.Chance(40);
        bool runsOn = !isInit || isSidecar;
        return draws.Object([
            ("name", draws.Text(name)),
            ("image", IsTemplate || draws.Chance(90) ? Image : null),
            ("restartPolicy", isSidecar ? "\"Always\"" : null),
            ("command", Odd(15, () => draws.Texts(draws.Pick("run", "serve")))),
            ("args", Odd(15, () => draws.Texts("-c", draws.Pick("a", "b")))),
            ("workingDir", Odd(10, () => draws.Pick("\"/\"", "\"/srv\"", "\"\""))),
            ("ports", Odd(50, Ports)),
            ("envFrom", Odd(20, () => draws.Array(draws.Some(2, "settings", "secrets").Select(EnvFrom)))),
            ("env", Odd(50, () => draws.Array(draws.Some(3, "LOG_DIR", "LEVEL", "a.b", "POD_NAME").Select(Env)))),
            ("resources", draws.Chance(30) ? Resources() : isDefaulted ? "{}" : null),
            ("volumeMounts", Odd(60, () => new VolumeDraws(draws, isDefaulted).Mounts(volumes))),
            ("livenessProbe", runsOn ? draws.Maybe(15, Probe) : null),
            ("lifecycle", runsOn ? draws.Maybe(10, () => draws.Object(("preStop", "{\"exec\":{\"command\":[\"stop\"]}}"))) : null),
            ("terminationMessagePath", Defaulted("\"/dev/termination-log\"", "\"/dev/stdout\"")),
            ("terminationMessagePolicy", Defaulted("\"File\"", "\"FallbackToLogsOnError\"")),
            ("imagePullPolicy", Defaulted("\"IfNotPresent\"", "\"Always\"")),
            ("securityContext", IsWindows ? null : Odd(20, SecurityContext)),
            ("tty", draws.Maybe(5, () => draws.Pick("true", "false"))),
            .. Unknown()]);
    }

    /// <summary>What a template adds to every container: a variable of that name at least.</summary>
    public string Every(string variable, string[] volumes) => draws.Object(
        ("name", "\"*\""),
        ("env", draws.Array(draws.Some(1, "LEVEL", "LOG_DIR").Append(variable).Select(Env))),
        ("envFrom", draws.Maybe(30, () => draws.Array(draws.Some(2, "settings", "secrets").Select(EnvFrom)))),
        ("volumeMounts", draws.Maybe(50, () => new VolumeDraws(draws, isDefaulted).Mounts(volumes))));

    private IEnumerable<(string Name, string? Json)> Unknown() =>
        !IsTemplate && draws.Chance(15) ? [(draws.Pick("x-\"quoted\"", "futureField", "a~b/c"), draws.Oddity())] : [];

    /// <summary>A value, or where there is none now and then what the API server takes for none.</summary>
    private string? Odd(int percent, Func<string> draw) =>
        draws.Chance(percent) ? draw() : draws.Maybe(3, () => "null");

    private string? Defaulted(string usual, string other) =>
        draws.Chance(10) ? other : isDefaulted || draws.Chance(5) ? usual : null;

    private string Ports()
    {
        HashSet<(int, string)> own = IsTemplate ? _ports : [];
        HashSet<string> names = [];
        List<string> ports = [];
        for (int count = draws.Below(3); count > 0; count--)
        {
            int number = draws.Pick(80, 8080, 9090);
            string? protocol = draws.Pick(null, null, "TCP", "UDP");
            string? name = draws.Pick(null, "http", "metrics");
            int hostPort = !draws.Chance(30) ? 0 : IsTemplate ? number : draws.Pick(80, 9090); // A template's port must do on a host network too.
            if (!own.Add((number, protocol ?? "TCP")) || (name != null && !names.Add(name)) || (IsTemplate && hostPort != 0 && !_hostPorts.Add(hostPort)))
            {
                continue;
            }

            ports.Add(draws.Object(
                ("name", name == null ? null : draws.Text(name)),
                ("hostPort", hostPort == 0 ? draws.Maybe(3, () => "0") : $"{hostPort}"),
                ("containerPort", $"{number}"),
                ("protocol", protocol == null ? isDefaulted ? "\"TCP\"" : draws.Maybe(3, () => "null") : draws.Text(protocol))));
        }

        return draws.Array(ports);
    }

    private string Env(string name) => draws.Object([("name", draws.Text(name)), draws.Below(4) switch
    {
        0 => ("valueFrom", draws.Object(("fieldRef", draws.Object(
            ("apiVersion", isDefaulted ? "\"v1\"" : null), ("fieldPath", draws.Text(draws.Pick("metadata.name", "spec.nodeName"))))))),
        1 => ("value", draws.Maybe(50, () => "\"\"")),
        _ => ("value", draws.Text(draws.Pick("/var/log", "debug", "1.50"))),
    }]);

    private string EnvFrom(string name) => draws.Object(
        ("prefix", draws.Maybe(20, () => draws.Pick("\"\"", "\"APP_\""))),
        ("configMapRef", draws.Object(("name", draws.Text(name)), ("optional", draws.Maybe(20, () => draws.Pick("true", "false"))))));

    private string Resources() => draws.Object(
        ("limits", draws.Maybe(60, () => draws.Object(("memory", draws.Pick("\"128Mi\"", "\"0.125Gi\"", "134217728"))))),
        ("requests", draws.Maybe(60, () => draws.Object(("cpu", draws.Pick("\"100m\"", "\"0.1\"", "0.1"))))));

    private string Probe() => draws.Object([
        ("httpGet", draws.Object(("path", draws.Maybe(50, () => "\"/\"")), ("port", "8080"), ("scheme", isDefaulted ? "\"HTTP\"" : null))),
        .. isDefaulted ? new (string, string?)[] { ("timeoutSeconds", "1"), ("periodSeconds", "10"), ("successThreshold", "1"), ("failureThreshold", "3") } : []]);

    private string SecurityContext() => draws.Object(
        ("runAsUser", draws.Maybe(40, () => draws.Pick("0", "1000"))),
        ("runAsNonRoot", draws.Maybe(30, () => draws.Pick("true", "false"))),
        ("capabilities", draws.Maybe(30, () => draws.Object(("drop", "[\"ALL\"]"), ("add", draws.Maybe(30, () => "[]"))))),
        ("seccompProfile", draws.Maybe(30, () => "{\"type\":\"RuntimeDefault\"}")));
}
