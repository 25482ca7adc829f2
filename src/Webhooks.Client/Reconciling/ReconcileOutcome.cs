namespace Webhooks.Client.Reconciling;

/// <summary>How a reconcile ended, as metrics count it.</summary>
internal enum ReconcileOutcome
{
    Success,
    RequeueAfter,
    Error,
    TerminalError,
}
