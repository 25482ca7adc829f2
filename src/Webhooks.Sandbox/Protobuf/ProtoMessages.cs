using System.Collections.Frozen;
using Webhooks.Resources.Api;
using Webhooks.Resources.Embedded;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>The messages of the Kubernetes API, by package: <c>core/v1</c>, <c>rbac/v1</c>.</summary>
/// <remarks>Thread safe. A package is read once in a process, when it is first asked for.</remarks>
internal static class ProtoMessages
{
    private const string Meta = "meta/v1";
    private const string Suffix = ".messages.txt";

    private static readonly FrozenDictionary<string, Lazy<Dictionary<string, ProtoMessage>>> Read = Names().ToFrozenDictionary(
        name => name, name => new Lazy<Dictionary<string, ProtoMessage>>(() => ReadPackage(name)), StringComparer.Ordinal);

    /// <summary>The message that objects of a kind are; <c>null</c> for a kind without one.</summary>
    /// <remarks>DeleteOptions and its like are in every group, and one message.</remarks>
    public static ProtoMessage? Find(GroupVersionKind kind) =>
        Of($"{(kind.Group.Length == 0 ? "core" : kind.Group.Split('.')[0])}/{kind.Version}").GetValueOrDefault(kind.Kind)
        ?? Of(Meta).GetValueOrDefault(kind.Kind);

    /// <summary>The message of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ProtoMessage Get(string package, string name) =>
        Of(package).GetValueOrDefault(name) ?? throw new InvalidOperationException($"{package} has no message {name}");

    /// <summary>The messages of a package by name; none for one that isn't kept.</summary>
    public static IReadOnlyDictionary<string, ProtoMessage> Of(string package) =>
        Read.TryGetValue(package, out Lazy<Dictionary<string, ProtoMessage>>? messages) ? messages.Value : FrozenDictionary<string, ProtoMessage>.Empty;

    private static IEnumerable<string> Names() => typeof(ProtoMessages).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
        .Select(name => name[..^Suffix.Length].Replace('_', '/'));

    private static Dictionary<string, ProtoMessage> ReadPackage(string package)
    {
        Dictionary<string, ProtoMessage> messages = new(StringComparer.Ordinal);
        foreach (string line in EmbeddedFile.ReadLines(typeof(ProtoMessages).Assembly, package.Replace('/', '_') + Suffix))
        {
            ProtoMessage message = ProtoMessage.Parse(line, package);
            messages.Add(message.Name, message);
        }

        return messages;
    }
}
