namespace Webhooks.Resources.Patches;

/// <summary>How much a patch may make of a document.</summary>
/// <remarks>
/// Only copies make a result larger than the document and the patch together, doubling it each if they may; so the
/// result is bounded by both and <see cref="MaxCopiedBytes"/>. kube-apiserver bounds the same sum.
/// </remarks>
public sealed record PatchLimits
{
    /// <summary>The limits where none are given.</summary>
    public static PatchLimits Default { get; } = new();

    /// <summary>The most bytes of JSON that the copies of a patch may add, all together. Default 64 MiB.</summary>
    public int MaxCopiedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most containers inside one another in the result. Default 256, as <see cref="Json.JsonPolicy.Strict"/>.</summary>
    public int MaxDepth { get; init; } = 256;
}
