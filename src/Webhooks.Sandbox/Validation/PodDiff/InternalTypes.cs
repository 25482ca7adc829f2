using Webhooks.Resources.Embedded;
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
        using JsonTree tree = EmbeddedJson.Read(typeof(InternalTypes).Assembly, "internal-pod-types.json");
        return tree.Root.Members().ToDictionary(
            type => type.Key,
            type => type.Value.Members().Select(field => InternalField.Parse(field.Key, field.Value.GetString())).ToArray(),
            StringComparer.Ordinal);
    }
}
