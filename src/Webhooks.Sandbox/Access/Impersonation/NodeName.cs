using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Access.Impersonation;

/// <summary>The node whose user a name is.</summary>
internal static class NodeName
{
    private const string Prefix = "system:node:";

    /// <summary>True, with the node's name, when <paramref name="userName"/> is a node's.</summary>
    public static bool TryParse(string userName, out string node)
    {
        node = userName.StartsWith(Prefix, StringComparison.Ordinal) ? userName[Prefix.Length..] : "";
        return userName.Length > Prefix.Length && node.Length > 0 && DnsSubdomain.Problems(node).Count == 0;
    }
}
