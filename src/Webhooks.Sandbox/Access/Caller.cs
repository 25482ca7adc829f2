using System.Collections.Immutable;

namespace Webhooks.Sandbox.Access;

/// <summary>Who makes a request, as authentication or impersonation found out (<c>user.Info</c> of Kubernetes).</summary>
/// <remarks>Immutable and thread safe.</remarks>
/// <param name="Name">The user's name: <c>jane</c>, <c>system:serviceaccount:default:bot</c>.</param>
internal sealed record Caller(string Name)
{
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoExtra =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The caller without credentials.</summary>
    public static Caller Anonymous { get; } = new(SystemNames.Anonymous) { Groups = [SystemNames.Unauthenticated] };

    /// <summary>An identifier that a later user of the same name does not have; empty for none.</summary>
    public string Uid { get; init; } = "";

    /// <summary>The groups, in the order in which they were found.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>What else the authenticator knows, by key.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Extra { get; init; } = NoExtra;

    /// <summary>Whether it may do anything, whatever the roles say.</summary>
    public bool IsMaster => Groups.Contains(SystemNames.Masters);

    /// <summary>The same caller with one more piece of <see cref="Extra"/>.</summary>
    public Caller WithExtra(string key, params ImmutableArray<string> values) => this with { Extra = Extra.SetItem(key, values) };

    /// <summary>The same caller in that group too; nothing changes where it is already.</summary>
    public Caller InGroup(string group) => Groups.Contains(group) ? this : this with { Groups = Groups.Add(group) };
}
