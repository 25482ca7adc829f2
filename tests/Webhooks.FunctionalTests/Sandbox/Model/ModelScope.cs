using System.Globalization;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>What a watcher looks at: one kind, in one namespace or all, and of it what a selector lets through.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; empty for all, and for a kind without.</param>
/// <param name="Label">The value of the label <c>app</c>; null for any and none.</param>
/// <param name="Name">The name; null for all.</param>
internal sealed record ModelScope(ModelKind Kind, string Namespace, string? Label = null, string? Name = null)
{
    public static readonly string[] Namespaces = ["n", "n-1", "n1"];
    public static readonly string[] Labels = ["x", "y"];

    /// <summary>The resource.</summary>
    public string Plural => Kind.Plural;

    /// <summary>The selector as a query.</summary>
    public string Query => (Label == null ? "" : $"&labelSelector=app%3D{Label}") + (Name == null ? "" : $"&fieldSelector=metadata.name%3D{Name}");

    /// <summary>Any.</summary>
    public static ModelScope Choose(Random random)
    {
        ModelKind kind = ModelKind.Choose(random);
        return new ModelScope(
            kind,
            random.Next(2) == 0 ? "" : kind.ChooseNamespace(random),
            random.Next(2) == 0 ? null : Labels[random.Next(Labels.Length)],
            random.Next(4) == 0 ? NameOf(random) : null);
    }

    /// <summary>Any name that objects have.</summary>
    public static string NameOf(Random random) => "o" + random.Next(10).ToString(CultureInfo.InvariantCulture);

    /// <summary>Any label that objects have, also one that nobody looks for.</summary>
    public static string LabelOf(Random random) => random.Next(3) is var value && value < Labels.Length ? Labels[value] : "z";

    /// <summary>Whether a version of an object is in it.</summary>
    public bool Has(ModelObject? version) => version != null
        && version.Plural == Plural
        && (Namespace.Length == 0 || version.Namespace == Namespace)
        && (Label == null || version.Label == Label)
        && (Name == null || version.Name == Name);

    public override string ToString() => $"{Plural} in '{Namespace}'{Query}";
}
