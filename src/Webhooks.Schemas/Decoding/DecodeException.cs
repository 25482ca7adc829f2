namespace Webhooks.Schemas.Decoding;

/// <summary>A value that its Go type does not take: the text is that of Go's decoder.</summary>
public sealed class DecodeException(string message) : Exception(message);
