namespace Webhooks.Resources.Yaml;

/// <summary>How much the YAML reader takes on. Immutable and thread safe; narrow <see cref="Default"/> with <c>with</c>.</summary>
public sealed record YamlLimits
{
    private YamlLimits()
    {
    }

    /// <summary>The limits that each property names as its default.</summary>
    public static YamlLimits Default { get; } = new();

    /// <summary>The longest input, in bytes. Default 16 MiB.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most mappings and sequences inside one another, aliases expanded; a scalar has depth 0. Default 256.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>The most values and members that the aliases of one document may expand to. Default 200,000.</summary>
    public int MaxExpandedNodes { get; init; } = 200_000;

    /// <summary>The most JSON text that the aliases of one document may expand to, in bytes. Default 4 MiB.</summary>
    public int MaxExpandedBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The most documents in one stream. Default 4,000: each costs 8 KB to read.</summary>
    public int MaxDocuments { get; init; } = 4000;
}
