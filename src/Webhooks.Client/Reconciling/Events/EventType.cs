namespace Webhooks.Client.Reconciling.Events;

/// <summary>Whether an event is news or a problem.</summary>
public enum EventType
{
    /// <summary><c>Normal</c>: things go as they should.</summary>
    Normal,

    /// <summary><c>Warning</c>: somebody may have to do something.</summary>
    Warning,
}
