using System.Collections.Immutable;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Discovery;

/// <summary>A resource that a server has.</summary>
/// <param name="Type">What its path and its objects say.</param>
/// <param name="Singular">Its name in the singular; empty where the server does not say.</param>
/// <param name="ShortNames">Such as <c>deploy</c>.</param>
/// <param name="Categories">What else it is meant by, with others: <c>all</c>.</param>
/// <param name="Verbs">What can be done with it: <c>get</c>, <c>watch</c>.</param>
/// <param name="Subresources">Its parts that have paths of their own.</param>
public sealed record DiscoveredResource(
    ResourceType Type,
    string Singular,
    ImmutableArray<string> ShortNames,
    ImmutableArray<string> Categories,
    ImmutableArray<string> Verbs,
    ImmutableArray<string> Subresources);
