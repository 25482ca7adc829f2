namespace Webhooks.Shared.Transcripts;

/// <summary>A request needs a value that no earlier answer gave.</summary>
internal sealed class UnboundException(Placeholder placeholder) : Exception($"no earlier answer gave {placeholder.Name}");
