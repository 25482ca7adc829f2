using System.Collections.Immutable;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>One rule of a role: verbs on resources or on URLs.</summary>
/// <remarks>Immutable and thread safe. Equal when all lists are, in order.</remarks>
internal sealed record PolicyRule
{
    /// <summary>The verb, group, resource or URL that stands for all.</summary>
    public const string All = "*";

    /// <summary>What may be done.</summary>
    public ImmutableArray<string> Verbs { get; init; } = [];

    /// <summary>The API groups of <see cref="Resources"/>.</summary>
    public ImmutableArray<string> ApiGroups { get; init; } = [];

    /// <summary>Resources, <c>pods</c>, and subresources, <c>pods/log</c> or <c>*/scale</c>.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    /// <summary>The only objects that are meant; empty for all.</summary>
    public ImmutableArray<string> ResourceNames { get; init; } = [];

    /// <summary>Paths that are no resources; the last character may be <c>*</c>.</summary>
    public ImmutableArray<string> NonResourceUrls { get; init; } = [];

    /// <summary>Reads the rules of a role, or any list of rules; none when it is absent.</summary>
    public static ImmutableArray<PolicyRule> ReadAll(JsonValue rules) => [.. rules.Items().Select(Read)];

    /// <summary>Whether every list says the same.</summary>
    public bool Equals(PolicyRule? other) =>
        other is not null
        && Verbs.SequenceEqual(other.Verbs)
        && ApiGroups.SequenceEqual(other.ApiGroups)
        && Resources.SequenceEqual(other.Resources)
        && ResourceNames.SequenceEqual(other.ResourceNames)
        && NonResourceUrls.SequenceEqual(other.NonResourceUrls);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (string part in (IEnumerable<string>)[.. Verbs, .. ApiGroups, .. Resources, .. ResourceNames, .. NonResourceUrls])
        {
            hash.Add(part, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Writes the rule as a role has it, its members in the order of the API server.</summary>
    public void Write(JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteStrings("verbs", Verbs);
        writer.WriteStringsIfAny("apiGroups", ApiGroups);
        writer.WriteStringsIfAny("resources", Resources);
        writer.WriteStringsIfAny("resourceNames", ResourceNames);
        writer.WriteStringsIfAny("nonResourceURLs", NonResourceUrls);
        writer.EndObject();
    }

    private static PolicyRule Read(JsonValue rule) => new()
    {
        Verbs = Texts(rule["verbs"u8]),
        ApiGroups = Texts(rule["apiGroups"u8]),
        Resources = Texts(rule["resources"u8]),
        ResourceNames = Texts(rule["resourceNames"u8]),
        NonResourceUrls = Texts(rule["nonResourceURLs"u8]),
    };

    private static ImmutableArray<string> Texts(JsonValue list) => [.. list.Items().Select(item => item.AsString() ?? "")];
}
