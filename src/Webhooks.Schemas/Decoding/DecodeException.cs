namespace Webhooks.Schemas.Decoding;

/// <summary>A value that its Go type does not take: the text is that of Go's decoder.</summary>
public sealed class DecodeException(string message) : Exception(message)
{
    /// <summary>Of a value of another type what it is, and which type was wanted, in Go's words; <c>null</c> of any other problem.</summary>
    internal (string Word, string Type)? Mismatch { get; init; }
}
