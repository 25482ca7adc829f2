using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>How often containers restarted, and when the last of them ended before that.</summary>
/// <param name="Times">How often.</param>
/// <param name="Last">When; the default for never.</param>
internal readonly record struct RestartCount(long Times, DateTimeOffset Last)
{
    /// <summary>With another container's status.</summary>
    public RestartCount With(JsonValue container) => new(
        Times + Numbers.Of(container["restartCount"u8]),
        container["lastState"u8]["terminated"u8]["finishedAt"u8].AsString() is { } text
            && GoTime.TryParse(text, out DateTimeOffset finished)
            && Last < finished
                ? finished
                : Last);

    /// <summary>As a list of pods shows it: <c>3 (5m ago)</c>.</summary>
    public string Text(DateTimeOffset now) => Times != 0 && Last.Ticks != 0 ? $"{Times} ({HumanDuration.Of(now - Last)} ago)" : $"{Times}";
}
