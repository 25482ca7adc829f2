using System.Collections.Immutable;

namespace Webhooks.Client.Caching;

/// <summary>How an informer gets on, for people who look into a running program.</summary>
/// <param name="Name">What the informer is called.</param>
/// <param name="HasSynced">Whether the first list is in the cache.</param>
/// <param name="Objects">How many objects the cache has.</param>
/// <param name="ResourceVersion">The newest version that it has seen of an object or a list; empty for none.</param>
/// <param name="SetBacks">How many lists were older than what was known, because the server had been set back.</param>
/// <param name="IndexFailures">How many times an index could not tell the values of an object.</param>
/// <param name="Registrations">Its handlers, in the order in which they came.</param>
public sealed record InformerReading(
    string Name,
    bool HasSynced,
    int Objects,
    string ResourceVersion,
    long SetBacks,
    long IndexFailures,
    ImmutableArray<RegistrationReading> Registrations);
