namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>A kind that is written and watched.</summary>
/// <param name="Plural">The resource.</param>
/// <param name="Version">Its group and version, as in a path.</param>
/// <param name="Kind">The kind.</param>
/// <param name="IsNamespaced">Whether its objects have a namespace.</param>
/// <param name="Rest">What its objects must have beside metadata, with a comma before; empty for nothing.</param>
internal sealed record ModelKind(string Plural, string Version, string Kind, bool IsNamespaced, string Rest = "")
{
    /// <summary>The definition of the custom kind.</summary>
    public const string Definition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com",
        "scope":"Namespaced","names":{"plural":"widgets","singular":"widget","kind":"Widget","listKind":"WidgetList"},"versions":[{"name":"v1","served":true,
        "storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    /// <summary>All kinds: two that are built in, a custom one, and one without namespaces.</summary>
    public static readonly ModelKind[] All =
    [
        new("configmaps", "v1", "ConfigMap", IsNamespaced: true),
        new("secrets", "v1", "Secret", IsNamespaced: true),
        new("widgets", "example.com/v1", "Widget", IsNamespaced: true, ",\"spec\":{\"k\":1}"),
        new("priorityclasses", "scheduling.k8s.io/v1", "PriorityClass", IsNamespaced: false, ",\"value\":1"),
    ];

    /// <summary>Any.</summary>
    public static ModelKind Choose(Random random) => All[random.Next(All.Length)];

    /// <summary>Any namespace that objects of the kind have.</summary>
    public string ChooseNamespace(Random random) => IsNamespaced ? ModelScope.Namespaces[random.Next(ModelScope.Namespaces.Length)] : "";

    /// <summary>The path of its objects.</summary>
    /// <param name="space">The namespace; empty for all, and for a kind without.</param>
    public string Path(string space) => (Version == "v1" ? "/api/v1" : "/apis/" + Version) + (space.Length == 0 ? "" : $"/namespaces/{space}") + "/" + Plural;

    /// <summary>An object to be sent.</summary>
    /// <param name="name">Its name, or how its name is to begin, with a dash at the end.</param>
    /// <param name="label">Its label <c>app</c>.</param>
    /// <param name="padding">What makes it longer.</param>
    /// <param name="count">Its counter.</param>
    /// <param name="isHeld">Whether a finalizer holds it.</param>
    /// <param name="version">Its version; empty for none.</param>
    public string Body(string name, string label, string padding, int count = 0, bool isHeld = false, string version = "") => $$$"""
        {"apiVersion":"{{{Version}}}","kind":"{{{Kind}}}","metadata":{"{{{(name.EndsWith('-') ? "generateName" : "name")}}}":"{{{name}}}","labels":{"app":"{{{label}}}"},
        "annotations":{"{{{ModelObject.Counter}}}":"{{{count}}}","padding":"{{{padding}}}"}{{{(isHeld ? ",\"finalizers\":[\"example.com/held\"]" : "")}}}
        {{{(version.Length == 0 ? "" : $",\"resourceVersion\":\"{version}\"")}}}}{{{Rest}}}}
        """;

    /// <summary>A JSON Patch that counts the counter of one object up from a number, if that is what it is at.</summary>
    public static string CountUp(string uid, int from)
    {
        string path = "/metadata/annotations/" + ModelObject.Counter.Replace("/", "~1", StringComparison.Ordinal);
        return $$"""
            [{"op":"test","path":"/metadata/uid","value":"{{uid}}"},{"op":"test","path":"{{path}}","value":"{{from}}"},
            {"op":"replace","path":"{{path}}","value":"{{from + 1}}"}]
            """;
    }
}
