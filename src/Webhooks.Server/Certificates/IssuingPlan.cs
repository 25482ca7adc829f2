namespace Webhooks.Server.Certificates;

/// <summary>What has to be issued, and when: a function of what there is, what is wanted and the time.</summary>
internal static class IssuingPlan
{
    /// <summary>How many names a certificate may gather, beyond which the old ones are dropped.</summary>
    public const int MaxNames = 64;

    /// <summary>The steps in their order; none when all is well.</summary>
    /// <param name="observed">What there is.</param>
    /// <param name="names">What the serving certificate has to be for; it may be for more.</param>
    /// <param name="leafLifetime">How long a new serving certificate shall last; its CA has to outlast it.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<IssuingStep> Plan(
        ObservedCertificates observed, IReadOnlyList<string> names, TimeSpan leafLifetime, DateTimeOffset now)
    {
        IssuingStep.Leaf? leaf = WhyRenew(observed, now) is { } reason ? new(reason, names) : AddNames(observed.Leaf!, names);
        if (leaf is null)
        {
            // A CA is replaced only for the sake of a leaf: clients have to be told to trust the new one.
            return [];
        }

        return WhyReplace(observed.Authority, leafLifetime, now) is { } authorityReason ? [new IssuingStep.Authority(authorityReason), leaf] : [leaf];
    }

    private static string? WhyRenew(ObservedCertificates observed, DateTimeOffset now)
    {
        if (observed.Leaf is not { } leaf)
        {
            return "there is none that can be used";
        }

        if (observed.Authority is not { } authority || !leaf.IsOfAuthority)
        {
            return "it is not of this CA";
        }

        if (!leaf.Validity.Holds(now) || !authority.Validity.Holds(now))
        {
            return "it is not valid now";
        }

        return leaf.Validity.IsNearItsEnd(now) ? "less than a third of its life is left" : null;
    }

    // The names it has are kept: of two processes that share the folder and want different names, each would else take
    // away the other's, for ever.
    private static IssuingStep.Leaf? AddNames(ObservedLeaf leaf, IReadOnlyList<string> names)
    {
        string[] missing = [.. names.Except(leaf.Names)];
        if (missing is [])
        {
            return null;
        }

        string[] all = [.. names.Union(leaf.Names)];
        return new($"it is not for {string.Join(", ", missing)}", all.Length <= MaxNames ? all : names);
    }

    private static string? WhyReplace(ObservedAuthority? authority, TimeSpan leafLifetime, DateTimeOffset now) => authority switch
    {
        null => "there is none that can be used",
        { CanSign: false } => "its private key is missing or another's",
        _ when now < authority.Validity.NotBefore => "it is not valid yet",
        _ when now + leafLifetime > authority.Validity.NotAfter => "it would not outlast a certificate that it issues",
        _ => null,
    };
}
