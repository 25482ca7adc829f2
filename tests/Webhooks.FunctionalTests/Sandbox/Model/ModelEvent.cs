namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>What a watcher is told.</summary>
/// <param name="Type">The type of the event.</param>
/// <param name="Object">The object.</param>
internal sealed record ModelEvent(string Type, ModelObject Object);
