namespace Webhooks.Server.Certificates;

/// <summary>What there is of a CA and of the serving certificate that it issued; null: none that can be read.</summary>
internal sealed record ObservedCertificates(ObservedAuthority? Authority, ObservedLeaf? Leaf);

/// <summary>A CA.</summary>
/// <param name="Validity">When it is valid.</param>
/// <param name="CanSign">Whether its private key is there.</param>
internal sealed record ObservedAuthority(Validity Validity, bool CanSign);

/// <summary>A serving certificate with its private key.</summary>
/// <param name="Validity">When it is valid.</param>
/// <param name="Names">What it is for, as <see cref="ServingNames"/> spells them.</param>
/// <param name="IsOfAuthority">Whether it chains to the CA.</param>
internal sealed record ObservedLeaf(Validity Validity, IReadOnlyList<string> Names, bool IsOfAuthority);
