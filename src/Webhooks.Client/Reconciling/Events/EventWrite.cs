namespace Webhooks.Client.Reconciling.Events;

/// <summary>An event to be written: made, or counted up where it is there already.</summary>
/// <param name="Alike">About what, and why.</param>
/// <param name="Message">What is told.</param>
/// <param name="Name">Of the Event, in the namespace of its subject.</param>
/// <param name="Count">How often it happened; above 1 for one that is there.</param>
/// <param name="First">When it happened first.</param>
/// <param name="Last">When it happened now.</param>
internal sealed record EventWrite(SimilarEvents Alike, string Message, string Name, int Count, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>The namespace of the Event: that of its subject, and <c>default</c> for one that is in none.</summary>
    public string Namespace => Alike.Subject.Key.Namespace is { Length: > 0 } space ? space : "default";
}
