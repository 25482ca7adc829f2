using System.Text;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>Names of operations: <c>readAppsV1NamespacedDeploymentScale</c>.</summary>
/// <remarks>Source: k8s.io/apiserver/pkg/endpoints/openapi.</remarks>
internal static class OperationName
{
    private const string Suffix = ".k8s.io";

    /// <summary>The name.</summary>
    /// <param name="verb">What it starts with: <c>read</c>, <c>list</c>.</param>
    /// <param name="group">The group; <c>core</c> for an empty one.</param>
    /// <param name="version">The version.</param>
    /// <param name="rest">What the operation acts on: <c>NamespacedPodStatus</c>.</param>
    public static string Of(string verb, string group, string version, string rest) =>
        verb + Camel(GroupOf(group), true) + Camel(version, true) + Camel(rest, true);

    /// <summary>The tag that groups operations in documentation: <c>apps_v1</c>.</summary>
    public static string TagOf(string group, string version) => $"{Camel(GroupOf(group), false)}_{Camel(version, false)}";

    /// <summary>A subresource's name with its first letter in upper case.</summary>
    public static string Title(string subresource) =>
        subresource.Length == 0 ? "" : char.ToUpperInvariant(subresource[0]) + subresource[1..];

    private static string GroupOf(string group) => group.Length == 0 ? "core"
        : group.EndsWith(Suffix, StringComparison.Ordinal) ? group[..^Suffix.Length]
        : group;

    private static string Camel(string text, bool capitalize)
    {
        StringBuilder name = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (char.IsLetter(character) || character == '_' || (i != 0 && char.IsDigit(character)))
            {
                name.Append(capitalize ? char.ToUpperInvariant(character) : character);
                capitalize = false;
            }
            else
            {
                capitalize = true;
            }
        }

        return name.ToString();
    }
}
