namespace Webhooks.Client.Reconciling.Events;

/// <summary>Something that happened.</summary>
/// <param name="Alike">What it has in common with similar events.</param>
/// <param name="Message">What it has alone.</param>
/// <param name="At">When.</param>
internal readonly record struct EventNote(SimilarEvents Alike, string Message, DateTimeOffset At);
