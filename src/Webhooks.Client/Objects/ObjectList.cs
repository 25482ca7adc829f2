namespace Webhooks.Client.Objects;

/// <summary>A list, or a page of one.</summary>
/// <param name="Items">The objects that could be read.</param>
/// <param name="Undecodable">What is known of those that could not.</param>
/// <param name="ResourceVersion">The version of the whole list, from which a watch can follow.</param>
/// <param name="Continue">The token of the next page; empty when there is none.</param>
/// <param name="RemainingItemCount">How many objects come after this page; <c>null</c> where the server does not say.</param>
/// <remarks>Immutable as far as nobody keeps what it was made of.</remarks>
public sealed record ObjectList<T>(
    IReadOnlyList<T> Items, IReadOnlyList<UndecodableObject> Undecodable, string ResourceVersion, string Continue, long? RemainingItemCount);
