namespace Webhooks.Server.Logging;

/// <summary>What log lines look like.</summary>
internal enum LogFormat
{
    /// <summary>For people: <c>2026-11-28T17:31:52.123Z INF message key=value</c>.</summary>
    Text,

    /// <summary>For machines: a flat JSON object a line.</summary>
    Json,
}
