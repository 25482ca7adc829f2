using System.Collections.Immutable;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Access;

/// <summary>A ServiceAccount by its place, and the user that it is.</summary>
/// <param name="Namespace">The namespace it lives in.</param>
/// <param name="Name">Its name there.</param>
internal readonly record struct ServiceAccountName(string Namespace, string Name)
{
    private const string Prefix = "system:serviceaccount:";

    /// <summary>The user's name: <c>system:serviceaccount:default:bot</c>.</summary>
    public string UserName => $"{Prefix}{Namespace}:{Name}";

    /// <summary>The groups it is in by itself; <see cref="SystemNames.Authenticated"/> is authentication's to add.</summary>
    public ImmutableArray<string> Groups => ["system:serviceaccounts", $"system:serviceaccounts:{Namespace}"];

    /// <summary>True, with the ServiceAccount, when <paramref name="userName"/> is that of one; both parts must be possible names.</summary>
    public static bool TryParse(string userName, out ServiceAccountName parsed)
    {
        parsed = default;
        if (!userName.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        string[] parts = userName[Prefix.Length..].Split(':');
        if (parts is not [var space, var name] || DnsLabel.Problems(space).Count > 0 || DnsSubdomain.Problems(name).Count > 0)
        {
            return false;
        }

        parsed = new ServiceAccountName(space, name);
        return true;
    }
}
