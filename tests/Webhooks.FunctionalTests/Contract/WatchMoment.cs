using System.Text.Json;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>What a watch did while it was listened to.</summary>
internal abstract record WatchMoment;

/// <summary>An event came.</summary>
internal sealed record WatchEvent(JsonElement Json) : WatchMoment;

/// <summary>Nothing came.</summary>
internal sealed record WatchSilence : WatchMoment;

/// <summary>The stream is at its end.</summary>
/// <param name="Fault">Why that was no clean end; <c>null</c>: it was.</param>
internal sealed record WatchEnd(string? Fault) : WatchMoment;
