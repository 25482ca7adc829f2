using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>The structs that the spec of a Pod reaches, as the server keeps them in memory.</summary>
/// <remarks>
/// They differ from the published ones in names, in order, and in where the host's namespaces stand. What is embedded is flat.
/// Source: <c>pkg/apis/core/types.go</c> of 1.36.
/// </remarks>
internal static class InternalTypes
{
    private static readonly Lazy<Dictionary<string, InternalField[]>> Table = new(Read);

    /// <summary>The fields of a struct, in order.</summary>
    public static IReadOnlyList<InternalField> FieldsOf(string name) => Table.Value[name];

    private static Dictionary<string, InternalField[]> Read()
    {
        const string Name = "internal-pod-types.json";
        using Stream stream = typeof(InternalTypes).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"the assembly lacks its resource {Name}");
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        using JsonTree tree = JsonTree.Parse(text);
        return tree.Root.Members().ToDictionary(
            type => type.Key,
            type => type.Value.Members().Select(field => InternalField.Parse(field.Key, field.Value.GetString())).ToArray(),
            StringComparer.Ordinal);
    }
}
