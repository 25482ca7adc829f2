namespace Webhooks.Tests.Injection;

/// <summary>Templates that are valid, out of the names that workloads use too.</summary>
internal sealed class TemplateDraws(Draws draws)
{
    /// <summary>The names that annotations ask for; the last is never a template.</summary>
    public static readonly string[] Names = ["agent", "logs", "mesh.v2", "setup", "gone"];

    /// <summary>The variable that templates add to every container.</summary>
    public const string Every = "EVERY";

    /// <summary>The variable that templates add to every init container.</summary>
    public const string EveryInit = "EVERY_INIT";

    /// <summary>One to four templates: name and config.</summary>
    public IReadOnlyList<(string Name, string Config)> Several()
    {
        string[] names = draws.Some(4, Names.AsSpan(..^1));
        return [.. (names.Length == 0 ? [Names[0]] : names).Order(StringComparer.Ordinal).Select(name => (name, One()))];
    }

    private string One()
    {
        bool isDefaulted = draws.Chance(30);
        string? os = draws.Maybe(15, () => draws.Pick("linux", "linux", "windows"));
        ContainerDraws containers = new(draws, isDefaulted) { IsTemplate = true, IsWindows = os == "windows" };
        PodDraws pods = new(draws);
        string[] volumes = draws.Some(3, VolumeDraws.Names);
        string[] names = draws.Some(3, WorkloadDraws.ContainerNames);
        int inits = draws.Below(names.Length + 1);
        bool hasContainers = names.Length > inits && draws.Chance(90);
        if (!hasContainers && inits == 0 && volumes.Length == 0)
        {
            volumes = [VolumeDraws.Names[0]]; // A template that brings nothing is not valid.
        }

        List<string> init = [.. names[..inits].Select(name => containers.Container(name, isInit: true, volumes))];
        List<string> plain = [.. hasContainers ? names[inits..].Select(name => containers.Container(name, isInit: false, volumes)) : []];
        AddEvery(init, 25, () => containers.Every(EveryInit, volumes));
        AddEvery(plain, 20, () => containers.Every(Every, volumes));
        return draws.Object([
            ("injection", draws.Maybe(60, () => Injection(os, volumes))),
            ("metadata", draws.Maybe(30, Metadata)),
            ("initContainers", init.Count == 0 ? null : draws.Array(init)),
            ("containers", plain.Count > 0 ? draws.Array(plain) : draws.Maybe(10, () => "[]")),
            ("volumes", volumes.Length == 0 ? null : draws.Array(volumes.Select(new VolumeDraws(draws, isDefaulted).Volume))),
            ("terminationGracePeriodSeconds", pods.Grace(15)),
            .. pods.Fields(8),
            .. os == "windows" ? [] : pods.LinuxFields(10, securityContext: null)]);
    }

    private void AddEvery(List<string> containers, int percent, Func<string> every)
    {
        if (draws.Chance(percent))
        {
            containers.Insert(draws.Below(containers.Count + 1), every());
        }
    }

    private string Injection(string? os, string[] volumes) => draws.Object(
        ("default", draws.Maybe(35, () => draws.Pick("true", "false"))),
        ("namespaces", draws.Maybe(10, () => draws.Pick("[\"*\"]", "[\"team-*\",\"d?fault\"]", "[\"team-*\"]"))),
        ("order", draws.Maybe(30, () => draws.Pick("-1", "0", "1"))),
        ("position", draws.Maybe(50, () => draws.Pick("\"first\"", "\"first\"", "\"last\""))),
        ("native", draws.Maybe(40, () => draws.Pick("\"always\"", "\"always\"", "\"never\"", "\"auto\""))),
        ("hostNetwork", draws.Maybe(60, () => draws.Pick("\"skip\"", "\"skip\"", "\"allow\""))),
        ("os", os == null ? null : draws.Text(os)),
        ("onConflict", draws.Maybe(40, () => draws.Pick("\"skip\"", "\"skip\"", "\"deny\"", "\"keep\""))),
        ("workloadVolumes", draws.Maybe(10, () => draws.Texts(draws.Some(1, [.. VolumeDraws.Names.Except(volumes)])))));

    private string Metadata() => draws.Object(
        ("labels", draws.Maybe(60, () => Map("team", "app.kubernetes.io/part-of"))),
        ("annotations", draws.Maybe(60, () => Map("prometheus.io/scrape", "note"))));

    private string Map(params string[] keys) =>
        draws.Object(draws.Some(2, keys).Select(key => (key, (string?)draws.Text(draws.Pick("true", "shop", "")))));
}
