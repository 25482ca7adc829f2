using Webhooks.Resources.Names;

namespace Webhooks.Schemas.Metadata;

/// <summary>What is wrong with an object's name, or with the beginning of a name that <c>generateName</c> is; nothing for a good one.</summary>
public delegate IReadOnlyList<string> NameRule(string name, bool isPrefix);

/// <summary>The rules that kinds have for their names.</summary>
public static class NameRules
{
    /// <summary>A DNS subdomain, as most kinds want.</summary>
    public static NameRule Subdomain { get; } = (name, isPrefix) => DnsSubdomain.Problems(isPrefix ? Masked(name) : name);

    /// <summary>A DNS label: Namespaces, Services.</summary>
    public static NameRule Label { get; } = (name, isPrefix) => DnsLabel.Problems(isPrefix ? Masked(name) : name);

    /// <summary>Whatever can stand in a path: Roles and their bindings.</summary>
    public static NameRule PathSegment { get; } = (name, _) => Metadata.PathSegment.Problems(name);

    /// <summary>The rule for all kinds, after their own: whatever can stand in a path, or begin what does.</summary>
    public static NameRule Common { get; } = (name, isPrefix) =>
        isPrefix ? Metadata.PathSegment.PrefixProblems(name) : Schemas.Metadata.PathSegment.Problems(name);

    /// <summary>A dash at the end is well where something follows; it takes the character before along, as Kubernetes does.</summary>
    private static string Masked(string name) => name.Length > 1 && name.EndsWith('-') ? name[..^2] + "a" : name;
}
