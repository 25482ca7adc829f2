using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling;

/// <summary>A key that a worker has.</summary>
/// <param name="Key">Whose turn it is.</param>
/// <param name="For">How long it has been.</param>
public sealed record RunningKey(ObjectKey Key, TimeSpan For);
