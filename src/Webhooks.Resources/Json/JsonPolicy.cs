namespace Webhooks.Resources.Json;

/// <summary>How the tokenizer reads what JSON leaves open, and how much it reads.</summary>
/// <remarks>Immutable and thread safe. Start from <see cref="Strict"/> or <see cref="Server"/> and narrow with <c>with</c>.</remarks>
public sealed record JsonPolicy
{
    /// <summary>The most bytes that any policy may allow: a row of the tree counts in 27 bits.</summary>
    public const int LargestText = 128 * 1024 * 1024;

    private JsonPolicy()
    {
    }

    /// <summary>
    /// The policy of reviews, templates and patches: a duplicate member, a lone surrogate, text that is not
    /// UTF-8 and a depth above 256 are errors.
    /// </summary>
    public static JsonPolicy Strict { get; } = new() { MaxDepth = 256 };

    /// <summary>
    /// The policy of custom resources, as kube-apiserver decodes them: depth up to 10,000, the last of
    /// duplicate members wins and each is reported, a lone surrogate or a byte that is not UTF-8 reads as U+FFFD.
    /// </summary>
    public static JsonPolicy Server { get; } = new() { MaxDepth = 10_000, IsLenient = true };

    /// <summary>The most containers inside one another; a scalar has depth 0. Strict: 256; server: 10,000.</summary>
    public int MaxDepth { get; init; }

    /// <summary>The longest text, in bytes; at most <see cref="LargestText"/>. Default 64 MiB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>True where duplicates and broken text are repaired and reported instead of refused.</summary>
    public bool IsLenient { get; private init; }
}
