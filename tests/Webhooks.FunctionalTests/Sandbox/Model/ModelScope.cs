namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>What a watcher looks at: one kind, in one namespace or all, and of it what a selector lets through.</summary>
/// <param name="Plural">The resource.</param>
/// <param name="Namespace">The namespace; empty for all.</param>
/// <param name="Label">The value of the label <c>app</c>; null for any and none.</param>
/// <param name="Name">The name; null for all.</param>
internal sealed record ModelScope(string Plural, string Namespace, string? Label, string? Name)
{
    public static readonly string[] Namespaces = ["n", "n-1", "n1"];
    public static readonly string[] Plurals = ["configmaps", "secrets", "widgets"];
    public static readonly string[] Labels = ["x", "y"];

    /// <summary>The selector as a query.</summary>
    public string Query => (Label == null ? "" : $"&labelSelector=app%3D{Label}") + (Name == null ? "" : $"&fieldSelector=metadata.name%3D{Name}");

    /// <summary>Any.</summary>
    public static ModelScope Choose(Random random) => new(
        Plurals[random.Next(Plurals.Length)],
        random.Next(2) == 0 ? "" : Namespaces[random.Next(Namespaces.Length)],
        random.Next(2) == 0 ? null : Labels[random.Next(Labels.Length)],
        random.Next(4) == 0 ? NameOf(random) : null);

    /// <summary>Any name that objects have.</summary>
    public static string NameOf(Random random) => "o" + random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a version of an object is in it.</summary>
    public bool Has(ModelObject? version) => version != null
        && version.Plural == Plural
        && (Namespace.Length == 0 || version.Namespace == Namespace)
        && (Label == null || version.Label == Label)
        && (Name == null || version.Name == Name);
}
