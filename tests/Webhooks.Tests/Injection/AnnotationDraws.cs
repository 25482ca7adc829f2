using Webhooks.Admission.Injection;

namespace Webhooks.Tests.Injection;

/// <summary>Annotations that ask for templates in every spelling, that say no, and that claim an injection.</summary>
internal sealed class AnnotationDraws(Draws draws)
{
    /// <summary>Annotations that mostly ask.</summary>
    public const int Yes = 85;

    /// <summary>Annotations that mostly do not.</summary>
    public const int No = 20;

    private static readonly AnnotationNames Names = InjectionOptions.Default.Annotations;

    /// <summary>Texts of the status annotation: unreadable ones, false ones, and such as may happen to be true.</summary>
    private static readonly string[] Statuses =
    [
        "", "{", "null", "[]", "{}", """{"agent":{"hash":1}}""", """{"agent":{"hash":"0"}}""", """{"agent":{"hash":"0","added":[]}}""",
        """{"agent":{"hash":"0","added":["containers[none]"]}}""", """{"agent":{"hash":"0","added":["containers[app].env["]}}""",
        """{"logs":{"hash":"0","added":["containers[app]"]}}""", """{"agent":{"hash":"0","added":["volumes[data]","volumes[varlog]"]}}""",
        """{"setup":{"hash":"0","added":["volumes[config]"],"made":["volumes"]}}""", """{"gone":{"hash":"0","added":["containers[web].env[LEVEL]"]}}""",
        """{"mesh.v2":{"hash":"0","added":["metadata.labels[team]"],"made":["metadata","metadata.labels"],"was":{"metadata.labels":null}}}""",
    ];

    /// <summary>The annotations of an object.</summary>
    /// <param name="yes">How many percent of what is said about a template says yes.</param>
    public string Annotations(int yes)
    {
        List<(string, string?)> members = [("note", draws.Maybe(30, () => draws.Text("a \"note\"")))];
        members.AddRange(draws.Some(4, TemplateDraws.Names).Select(name => (Names.For(name), (string?)Wish(yes))));
        members.Add((Names.Injection, draws.Maybe(4, () => draws.Pick("\"true\"", "\"false\"", "\"0\"", "\"maybe\"", "null"))));
        members.Add((Names.Refresh, draws.Maybe(5, () => "\"1\"")));
        members.Add((Names.Status, draws.Maybe(12, () => draws.Chance(90) ? draws.Text(draws.Pick(Statuses)) : draws.Oddity())));
        members.Add(("prometheus.io/scrape", draws.Maybe(20, () => draws.Pick("\"true\"", "\"\""))));
        members.Add((Names.Prefix, draws.Maybe(1, () => "\"true\"")));
        return draws.Object(members);
    }

    private string Wish(int yes) => draws.Chance(yes) ? draws.Pick("\"true\"", "\"true\"", "\"True\"", "\"TRUE\"", "\"t\"", "\"T\"", "\"1\"")
        : draws.Pick("\"false\"", "\"0\"", "\"F\"", "\"False\"", "\"yes\"", "\" true\"", "\"\"", "null", "true", "1e0");
}
