using Webhooks.Resources.Embedded;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>
/// What the published schemas don't say of Go's types: which scalars are pointers, which names scalars have, which
/// times and quantities are values, and where <c>omitempty</c> is not what <c>required</c> and <c>default</c> suggest.
/// </summary>
/// <remarks>
/// By schema name and member; the value is the type as Go prints it, with <c>!</c> behind it where an empty one is
/// written and <c>?</c> where it is not. Source: the types.go of k8s.io/api, apimachinery and apiextensions-apiserver.
/// </remarks>
internal static class GoFacts
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Table = new(Read);

    /// <summary>What is known of that member; <c>null</c> where the schema says all.</summary>
    public static string? Of(string schema, string member) =>
        Table.Value.TryGetValue(schema, out Dictionary<string, string>? members) ? members.GetValueOrDefault(member) : null;

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        using JsonTree tree = EmbeddedJson.Read(typeof(GoFacts).Assembly, "go-fields.json");
        return tree.Root.Members().ToDictionary(
            schema => schema.Key,
            schema => schema.Value.Members().ToDictionary(member => member.Key, member => member.Value.GetString(), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
