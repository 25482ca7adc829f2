namespace Webhooks.Resources.OpenApi;

/// <summary>The limits that a schema sets; what is not stated is <c>null</c> or false.</summary>
/// <remarks>Immutable and thread safe. Numbers are IEEE doubles and counts 64-bit integers, as the API server decodes them.</remarks>
public sealed record SchemaBounds
{
    internal static SchemaBounds None { get; } = new();

    /// <summary>The least number allowed, or the bound below it with <see cref="IsMinimumExclusive"/>.</summary>
    public double? Minimum { get; init; }

    /// <summary>Whether the number at <see cref="Minimum"/> itself is refused.</summary>
    public bool IsMinimumExclusive { get; init; }

    /// <summary>The largest number allowed, or the bound above it with <see cref="IsMaximumExclusive"/>.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the number at <see cref="Maximum"/> itself is refused.</summary>
    public bool IsMaximumExclusive { get; init; }

    /// <summary>The number that a value must be a multiple of.</summary>
    public double? MultipleOf { get; init; }

    /// <summary>The fewest code points of a string.</summary>
    public long? MinLength { get; init; }

    /// <summary>The most code points of a string.</summary>
    public long? MaxLength { get; init; }

    /// <summary>The regular expression (RE2) that must be found in a string; as written, not checked.</summary>
    public string? Pattern { get; init; }

    /// <summary>The fewest items of a list.</summary>
    public long? MinItems { get; init; }

    /// <summary>The most items of a list.</summary>
    public long? MaxItems { get; init; }

    /// <summary>Whether no two items of a list may be equal.</summary>
    public bool AreItemsUnique { get; init; }

    /// <summary>The fewest members of an object.</summary>
    public long? MinProperties { get; init; }

    /// <summary>The most members of an object.</summary>
    public long? MaxProperties { get; init; }
}
