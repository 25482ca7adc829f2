namespace Webhooks.Tests.Injection;

/// <summary>Templates that are valid, out of the names that workloads use too.</summary>
internal sealed class TemplateDraws(Draws draws)
{
    /// <summary>The names that annotations ask for; the last is never a template.</summary>
    public static readonly string[] Names = ["agent", "logs", "mesh.v2", "setup", "gone"];

    /// <summary>One to four templates: name and config.</summary>
    public IReadOnlyList<(string Name, string Config)> Several()
    {
        string[] names = draws.Some(4, Names.AsSpan(..^1));
        return [.. (names.Length == 0 ? [Names[0]] : names).Order(StringComparer.Ordinal).Select(name => (name, One()))];
    }

    private string One()
    {
        bool isDefaulted = draws.Chance(30);
        ContainerDraws containers = new(draws, isDefaulted) { IsTemplate = true };
        string[] volumes = draws.Some(3, VolumeDraws.Names);
        string[] names = draws.Some(3, WorkloadDraws.ContainerNames);
        int inits = draws.Below(names.Length + 1);
        bool hasContainers = names.Length > inits && draws.Chance(90);
        if (!hasContainers && inits == 0 && volumes.Length == 0)
        {
            volumes = [VolumeDraws.Names[0]]; // A template that brings nothing is not valid.
        }

        return draws.Object(
            ("injection", draws.Maybe(20, () => draws.Object(("default", draws.Pick("true", "false"))))),
            ("metadata", draws.Maybe(30, Metadata)),
            ("initContainers", inits == 0 ? null : draws.Array(names[..inits].Select(name => containers.Container(name, isInit: true, volumes)))),
            ("containers", hasContainers ? draws.Array(names[inits..].Select(name => containers.Container(name, isInit: false, volumes))) : draws.Maybe(10, () => "[]")),
            ("volumes", volumes.Length == 0 ? null : draws.Array(volumes.Select(new VolumeDraws(draws, isDefaulted).Volume))),
            ("imagePullSecrets", draws.Maybe(15, () => draws.Array(draws.Some(2, "registry", "mirror").Select(name => draws.Object(("name", draws.Text(name))))))));
    }

    private string Metadata() => draws.Object(
        ("labels", draws.Maybe(60, () => Map("team", "app.kubernetes.io/part-of"))),
        ("annotations", draws.Maybe(60, () => Map("prometheus.io/scrape", "note"))));

    private string Map(params string[] keys) =>
        draws.Object(draws.Some(2, keys).Select(key => (key, (string?)draws.Text(draws.Pick("true", "shop", "")))));
}
