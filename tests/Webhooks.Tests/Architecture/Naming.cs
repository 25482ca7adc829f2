using System.Text.RegularExpressions;

namespace Webhooks.Tests.Architecture;

/// <summary>What types and namespaces may be called.</summary>
internal static partial class Naming
{
    /// <summary>What is wrong with the names of an assembly's types.</summary>
    public static IEnumerable<string> Check(IReadOnlyCollection<TypeName> types)
    {
        // A namespace exists where a type stands in it or below it.
        string[] namespaces = [.. types.SelectMany(type => SelfAndParents(type.Namespace)).Distinct()];
        foreach (TypeName type in types)
        {
            string? clash = namespaces.FirstOrDefault(name =>
                LastPart(name) == type.Name && (IsWithin(type.Namespace, name) || IsWithin(name, type.Namespace)));
            if (clash is not null)
            {
                yield return $"{type} has the name of the namespace {clash}: rename one, or every user must qualify it.";
            }

            if (Empty().Match(type.Name) is { Success: true } match)
            {
                yield return $"{type}: \"{match.Value}\" names nothing; name it for what it gives.";
            }
        }

        foreach (string name in namespaces)
        {
            if (Empty().Match(LastPart(name)) is { Success: true } match)
            {
                yield return $"namespace {name}: \"{match.Value}\" names nothing; name it for what it gives.";
            }
        }
    }

    /// <summary>What is wrong with the namespace that a file declares.</summary>
    /// <param name="path">The file's path from the repository's root, with forward slashes.</param>
    /// <param name="source">The file's text.</param>
    public static string? CheckFolder(string path, string source)
    {
        Match declared = NamespaceDeclaration().Match(source);
        if (!declared.Success)
        {
            return null;
        }

        // src/Webhooks.Server/CommandLine/… is Webhooks.Server.CommandLine; tests/Shared is linked into every
        // test project and is Webhooks.Shared.
        string[] folders = path.Split('/')[1..^1];
        string expected = string.Join('.', folders is ["Shared", ..] ? ["Webhooks", .. folders] : folders);
        return declared.Groups["name"].Value == expected
            ? null
            : $"{path} declares {declared.Groups["name"].Value}; its folder says {expected}.";
    }

    private static IEnumerable<string> SelfAndParents(string name)
    {
        while (name.Length > 0)
        {
            yield return name;
            name = name[..Math.Max(name.LastIndexOf('.'), 0)];
        }
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static bool IsWithin(string name, string outer) =>
        name == outer || name.StartsWith(outer + ".", StringComparison.Ordinal);

    // A Service is a Kubernetes kind; something called UserService is not.
    [GeneratedRegex("(Utils?|Utilities|Helpers?|Manager|Impl|(?<=.)Service|^Common|^Core)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^[ \t]*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();
}

/// <summary>A type's name, without its type parameters.</summary>
internal sealed record TypeName(string Namespace, string Name)
{
    /// <summary>The name of a loaded type.</summary>
    public static TypeName Of(Type type) => new(type.Namespace ?? "", type.Name.Split('`')[0]);

    public override string ToString() => $"{Namespace}.{Name}";
}
