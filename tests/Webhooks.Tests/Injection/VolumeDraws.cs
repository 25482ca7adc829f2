namespace Webhooks.Tests.Injection;

/// <summary>Volumes and mounts out of few names, so that those of workloads and templates meet.</summary>
internal sealed class VolumeDraws(Draws draws, bool isDefaulted)
{
    /// <summary>The names of volumes and claims.</summary>
    public static readonly string[] Names = ["varlog", "data", "config", "cache-1"];

    private static readonly string[] Paths = ["/var/log", "/data", "/etc/config", "/srv/a b", "/é\"[x]"];

    public string Volume(string name) => draws.Object([("name", draws.Text(name)), .. Source()]);

    /// <summary>Mounts of these volumes; no path twice.</summary>
    public string Mounts(string[] volumes) => draws.Array(draws.Some(volumes.Length == 0 ? 0 : 3, Paths).Select(path => draws.Object(
        ("name", draws.Text(draws.Pick(volumes))),
        ("readOnly", draws.Maybe(15, () => draws.Pick("true", "false"))),
        ("mountPath", draws.Text(path)),
        ("subPath", draws.Maybe(10, () => draws.Pick("\"\"", "\"logs\""))))));

    private IEnumerable<(string Name, string? Json)> Source() => draws.Below(7) switch
    {
        0 => isDefaulted ? [("emptyDir", "{}")] : [],
        1 or 2 => [("emptyDir", draws.Pick("{}", "{}", "{\"medium\":\"Memory\"}", "{\"medium\":\"\"}", "{\"sizeLimit\":\"1Gi\"}", "{\"sizeLimit\":\"1024Mi\"}"))],
        3 or 4 => [("configMap", draws.Object(
            ("name", draws.Text(draws.Pick("fluentd", "settings"))),
            ("defaultMode", isDefaulted ? "420" : draws.Maybe(20, () => draws.Pick("420", "256")))))],
        5 => [("hostPath", draws.Object(
            ("path", "\"/var/log\""),
            ("type", isDefaulted ? "\"\"" : draws.Maybe(20, () => draws.Pick("\"\"", "\"Directory\"")))))],
        _ => [("persistentVolumeClaim", draws.Object(
            ("claimName", "\"claim\""),
            ("readOnly", draws.Maybe(20, () => draws.Pick("true", "false")))))],
    };
}
