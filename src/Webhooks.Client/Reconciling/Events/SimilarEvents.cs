namespace Webhooks.Client.Reconciling.Events;

/// <summary>What events have in common that differ in their messages alone.</summary>
internal sealed record SimilarEvents(EventSubject Subject, EventType Type, string Reason);
