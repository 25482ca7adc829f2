namespace Webhooks.Client.Reconciling.Events;

/// <summary>Tells people what happened to an object.</summary>
/// <remarks>Thread safe. It never waits and never fails: what becomes of an event decides nothing.</remarks>
public interface IEventRecorder
{
    /// <summary>Records that something happened now.</summary>
    /// <param name="subject">To which object.</param>
    /// <param name="type">News or a problem.</param>
    /// <param name="reason">A short word in CamelCase, from a fixed set: <c>NamespaceCreated</c>.</param>
    /// <param name="message">A sentence; of more than 1,024 bytes the first ones are told. Equal messages are counted, so let no times or counts stand in it.</param>
    void Record(EventSubject subject, EventType type, string reason, string message);
}
