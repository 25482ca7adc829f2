namespace Webhooks.Client.Configuration;

/// <summary>Where PEM text comes from. Whether it is PEM is for its user to see.</summary>
public abstract record PemSource
{
    private PemSource()
    {
    }

    /// <summary>The configuration itself says it.</summary>
    /// <param name="Text">The text, in bytes as base64 gave them; not empty.</param>
    public sealed record Inline(ReadOnlyMemory<byte> Text) : PemSource
    {
        /// <summary>How long it is, and nothing of what it says: it may be a private key.</summary>
        public override string ToString() => $"inline ({Text.Length} bytes)";
    }

    /// <summary>A file says it, which may be replaced at any time.</summary>
    /// <param name="Path">Absolute.</param>
    public sealed record OfFile(string Path) : PemSource
    {
        /// <summary>The path.</summary>
        public override string ToString() => Path;
    }
}
