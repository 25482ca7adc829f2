namespace Webhooks.Client.Reconciling.Events;

/// <summary>Who reports events, as <c>source</c> has it.</summary>
/// <param name="Component">The program, or the controller: <c>webhooks-controller</c>.</param>
/// <param name="Host">The machine or pod that it runs on; empty for none.</param>
public sealed record EventReporter(string Component, string Host = "");
