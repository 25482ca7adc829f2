using Webhooks.Client.Reconciling.Events;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>Keeps what is recorded, as <c>Type Reason: message</c>.</summary>
internal sealed class NotedEvents : IEventRecorder
{
    public List<string> All { get; } = [];

    public void Record(EventSubject subject, EventType type, string reason, string message) => All.Add($"{type} {reason}: {message}");
}
