namespace Webhooks.Client.Reconciling;

/// <summary>Fails a reconcile that would fail again: the key is looked at again only when something changes.</summary>
/// <param name="message">Why, for the log.</param>
/// <param name="cause">What was thrown first.</param>
public sealed class TerminalException(string message, Exception? cause = null) : Exception(message, cause);
