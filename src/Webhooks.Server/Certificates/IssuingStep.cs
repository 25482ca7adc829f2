namespace Webhooks.Server.Certificates;

/// <summary>What has to be issued.</summary>
/// <param name="Reason">Why, for people.</param>
internal abstract record IssuingStep(string Reason)
{
    /// <summary>A new CA; who trusted the old one has to trust it.</summary>
    public sealed record Authority(string Reason) : IssuingStep(Reason);

    /// <summary>A new serving certificate, by the CA of that moment.</summary>
    /// <param name="Reason">Why, for people.</param>
    /// <param name="Names">What it shall be for.</param>
    public sealed record Leaf(string Reason, IReadOnlyList<string> Names) : IssuingStep(Reason);
}
