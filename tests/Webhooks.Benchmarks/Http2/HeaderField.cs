namespace Webhooks.Benchmarks.Http2;

/// <summary>One field of a request's head.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Value">ASCII.</param>
internal readonly record struct HeaderField(string Name, string Value)
{
    public static readonly HeaderField Post = new(":method", "POST") { StaticIndex = 3 };
    public static readonly HeaderField Https = new(":scheme", "https") { StaticIndex = 7 };

    /// <summary>Its place in the table that RFC 7541 fixes; 0 when it has none.</summary>
    public int StaticIndex { get; private init; }
}
