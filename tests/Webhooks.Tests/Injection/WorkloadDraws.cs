namespace Webhooks.Tests.Injection;

/// <summary>Objects of the six kinds that are handled, as people write them and as the API server stores them.</summary>
/// <param name="draws">Where choices come from.</param>
internal sealed class WorkloadDraws(Draws draws)
{
    /// <summary>The names of containers; templates use them too.</summary>
    public static readonly string[] ContainerNames = ["app", "agent", "web", "init-0", "logs"];

    private static readonly string[] Kinds = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "Pod"];

    private readonly bool _isDefaulted = draws.Chance(40);
    private readonly string _kind = draws.Pick(Kinds);

    public string Workload()
    {
        if (_kind == "Pod")
        {
            return draws.Object([("apiVersion", "\"v1\""), ("kind", "\"Pod\""), ("metadata", Metadata(AnnotationDraws.Yes, isNamed: true)), ("spec", PodSpec()), .. Unknown()]);
        }

        string template = draws.Object(
            ("metadata", draws.Chance(80) ? Metadata(AnnotationDraws.No, isNamed: false) : draws.Maybe(20, () => "null")), ("spec", PodSpec()));
        return draws.Object([
            ("apiVersion", _kind is "Job" or "CronJob" ? "\"batch/v1\"" : "\"apps/v1\""),
            ("kind", draws.Text(_kind)),
            ("metadata", Metadata(AnnotationDraws.Yes, isNamed: true)),
            ("spec", _kind == "CronJob" ? draws.Object(
                ("schedule", "\"* * * * *\""), ("jobTemplate", draws.Object(("spec", draws.Object([("template", template), .. Unknown()]))))) : Spec(template)),
            .. Unknown()]);
    }

    private string Spec(string template) => draws.Object([
        ("replicas", draws.Maybe(30, () => draws.Pick("3", "null"))),
        ("template", template),
        ("volumeClaimTemplates", _kind == "StatefulSet" && draws.Chance(70) ? draws.Array(draws.Some(2, VolumeDraws.Names).Select(name =>
            draws.Object(("metadata", draws.Object(("name", draws.Text(name)))), ("spec", "{}")))) : null),
        .. Unknown()]);

    private string Metadata(int wish, bool isNamed) => draws.Object(
        isNamed && draws.Chance(80) ? ("name", "\"shop\"") : ("generateName", isNamed ? "\"shop-\"" : null),
        ("creationTimestamp", _isDefaulted ? "null" : null),
        ("labels", draws.Chance(50) ? draws.Object(("team", draws.Text(draws.Pick("shop", "")))) : draws.Maybe(10, () => draws.Pick("null", "{}"))),
        ("annotations", draws.Chance(wish == AnnotationDraws.Yes ? 95 : 40) ? new AnnotationDraws(draws).Annotations(wish) : draws.Maybe(20, () => draws.Pick("null", "{}"))));

    private string PodSpec()
    {
        ContainerDraws containers = new(draws, _isDefaulted);
        PodDraws pods = new(draws);
        string[] volumes = draws.Some(3, VolumeDraws.Names);
        string[] names = draws.Some(4, ContainerNames);
        names = names.Length == 0 ? ["app"] : names;
        int inits = draws.Chance(50) ? draws.Below(names.Length) : 0;
        int debuggers = _kind == "Pod" && names.Length - inits > 1 && draws.Chance(15) ? 1 : 0;
        return draws.Object([
            ("volumes", Listed(volumes.Select(new VolumeDraws(draws, _isDefaulted).Volume))),
            ("initContainers", Listed(names[..inits].Select(name => containers.Container(name, isInit: true, volumes)))),
            ("containers", draws.Array(names[(inits + debuggers)..].Select(name => containers.Container(name, isInit: false, volumes)))),
            ("ephemeralContainers", debuggers == 0 ? null : draws.Array([draws.Object(("name", draws.Text(names[inits])), ("image", "\"busybox\""))])),
            ("hostNetwork", draws.Maybe(15, () => draws.Pick("true", "false"))),
            ("hostPID", draws.Maybe(8, () => draws.Pick("true", "false"))),
            ("os", draws.Maybe(5, () => draws.Pick("{\"name\":\"windows\"}", "{\"name\":\"linux\"}"))),
            ("restartPolicy", RestartPolicy()),
            ("terminationGracePeriodSeconds", pods.Grace(30) ?? (_isDefaulted ? "30" : null)),
            .. pods.Fields(12),
            .. pods.LinuxFields(12, _isDefaulted ? "{}" : null),
            .. Unknown()]);
    }

    private string? RestartPolicy() => _kind is "Job" or "CronJob" ? draws.Pick("\"Never\"", "\"OnFailure\"")
        : _kind == "Pod" && draws.Chance(20) ? "\"Never\""
        : _isDefaulted ? "\"Always\"" : null;

    /// <summary>A list; one without items is left out, empty or null.</summary>
    private string? Listed(IEnumerable<string> items) => draws.Array(items) is { Length: > 2 } list ? list : draws.Pick(null, null, null, "[]", "null");

    private IEnumerable<(string Name, string? Json)> Unknown() =>
        draws.Chance(10) ? [(draws.Pick("x-\"quoted\"", "futureField", "a~b/c", ""), draws.Oddity())] : [];
}
