namespace Webhooks.Client.Caching;

/// <summary>How a handler of an informer gets on, for people who look into a running program.</summary>
/// <param name="Name">What the handler is called.</param>
/// <param name="HasSynced">Whether it has been told of all that was there before it.</param>
/// <param name="Backlog">How many calls it has yet to get, or to return from.</param>
/// <param name="Failures">How many calls have thrown.</param>
public sealed record RegistrationReading(string Name, bool HasSynced, long Backlog, long Failures);
