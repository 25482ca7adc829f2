using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Logging;

/// <summary>How levels are called on the command line and in log lines.</summary>
internal static class LogLevels
{
    /// <summary>What <c>--log-level</c> may say, from the most lines to the fewest.</summary>
    public static readonly IReadOnlyList<string> Names = ["trace", "debug", "info", "warn", "error"];

    /// <summary>The level of a name.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="Names"/>.</exception>
    public static LogLevel Parse(string name) => name switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "warn" => LogLevel.Warning,
        "error" => LogLevel.Error,
        _ => throw new ArgumentException($"'{name}' is none of {string.Join(", ", Names)}"),
    };

    /// <summary>The name in JSON lines.</summary>
    public static string Name(LogLevel level) => level == LogLevel.Critical ? "critical" : Names[Math.Min((int)level, Names.Count - 1)];

    /// <summary>Three letters, for text lines.</summary>
    public static string Abbreviation(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRC",
        LogLevel.Debug => "DBG",
        LogLevel.Information => "INF",
        LogLevel.Warning => "WRN",
        LogLevel.Error => "ERR",
        _ => "CRT",
    };
}
