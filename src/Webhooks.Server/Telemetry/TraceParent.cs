using System.Diagnostics;

namespace Webhooks.Server.Telemetry;

/// <summary>The caller's span, as it says in its headers. Source: W3C, Trace Context.</summary>
internal static class TraceParent
{
    /// <summary>The most characters of <c>tracestate</c> that are passed on.</summary>
    private const int MostState = 512;

    /// <summary>The caller's span; the default where there is none, or the header is malformed.</summary>
    /// <param name="traceParent">The header <c>traceparent</c>; null where there is not exactly one.</param>
    /// <param name="traceState">The header <c>tracestate</c>; left out where it is too long or not printable ASCII.</param>
    public static ActivityContext Parse(string? traceParent, string? traceState) =>
        ActivityContext.TryParse(traceParent, IsFit(traceState) ? traceState : null, isRemote: true, out ActivityContext context) ? context : default;

    private static bool IsFit(string? traceState) =>
        traceState is { Length: > 0 and <= MostState } && traceState.All(next => next is >= ' ' and <= '~' or '\t');
}
