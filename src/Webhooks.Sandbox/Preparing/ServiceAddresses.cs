namespace Webhooks.Sandbox.Preparing;

/// <summary>Gives out what Services need of their own.</summary>
/// <param name="NextClusterIp">An address that no other Service has.</param>
/// <param name="NextNodePort">A port that no other Service has.</param>
internal sealed record ServiceAddresses(Func<string> NextClusterIp, Func<int> NextNodePort)
{
    /// <summary>The first address, which is that of the Service <c>kubernetes</c>.</summary>
    public const string OfServer = "10.96.0.1";
}
