using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;

namespace Webhooks.Tests.Injection;

/// <summary>Templates that are valid, out of the names that workloads use too.</summary>
internal sealed class TemplateDraws(Draws draws)
{
    private const int MostTries = 12;

    /// <summary>The names that annotations ask for; the last is never a template.</summary>
    public static readonly string[] Names = ["agent", "logs", "mesh.v2", "setup", "gone"];

    /// <summary>One to four templates: name and config.</summary>
    public IReadOnlyList<(string Name, string Config)> Several()
    {
        string[] names = draws.Some(4, Names.AsSpan(..^1));
        return [.. (names.Length == 0 ? [Names[0]] : names).Order(StringComparer.Ordinal).Select(name => (name, Valid(name)))];
    }

    /// <summary>Draws until the reader takes one: its rules are many, and tested elsewhere.</summary>
    private string Valid(string name)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            string config = One();
            TemplateFile file = new($"{name}.yaml", Encoding.UTF8.GetBytes(config));
            if (TemplateLoader.Load([file], InjectionOptions.DefaultPrefix).Problems.Count == 0)
            {
                return config;
            }
        }

        return """{"imagePullSecrets":[{"name":"registry"}]}""";
    }

    private string One()
    {
        bool isDefaulted = draws.Chance(30);
        ContainerDraws containers = new(draws, isDefaulted) { IsTemplate = true };
        string[] volumes = draws.Some(3, VolumeDraws.Names);
        string[] names = draws.Some(3, WorkloadDraws.ContainerNames);
        int inits = draws.Below(names.Length + 1);
        return draws.Object(
            ("injection", draws.Maybe(20, () => draws.Object(("default", draws.Pick("true", "false"))))),
            ("metadata", draws.Maybe(30, Metadata)),
            ("initContainers", inits == 0 ? null : draws.Array(names[..inits].Select(name => containers.Container(name, isInit: true, volumes)))),
            ("containers", draws.Maybe(90, () => draws.Array(names[inits..].Select(name => containers.Container(name, isInit: false, volumes))))),
            ("volumes", volumes.Length == 0 ? null : draws.Array(volumes.Select(new VolumeDraws(draws, isDefaulted).Volume))),
            ("imagePullSecrets", draws.Maybe(15, () => draws.Array(draws.Some(2, "registry", "mirror").Select(name => draws.Object(("name", draws.Text(name))))))));
    }

    private string Metadata() => draws.Object(
        ("labels", draws.Maybe(60, () => Map("team", "app.kubernetes.io/part-of"))),
        ("annotations", draws.Maybe(60, () => Map("prometheus.io/scrape", "note"))));

    private string Map(params string[] keys) =>
        draws.Object(draws.Some(2, keys).Select(key => (key, (string?)draws.Text(draws.Pick("true", "shop", "")))));
}
