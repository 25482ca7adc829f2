namespace Webhooks.Server.Telemetry;

/// <summary>What the variables say of one signal.</summary>
/// <param name="name">As variables spell it: <c>TRACES</c>.</param>
/// <param name="variables">All that are set.</param>
/// <param name="isDisabled">True when nothing at all is exported.</param>
internal sealed class OtelSignal(string name, IReadOnlyDictionary<string, string> variables, bool isDisabled)
{
    private const string General = "OTEL_EXPORTER_OTLP_";

    private readonly string _own = $"{General}{name}_";

    /// <summary>True when it shall be sent.</summary>
    public bool IsExported => !isDisabled && (Exporters is { } exporters
        ? exporters.Contains("otlp") && !exporters.Contains("none")
        : variables.ContainsKey($"{General}ENDPOINT") || variables.ContainsKey($"{_own}ENDPOINT"));

    /// <summary>Where to, path and all; null: to the endpoint of all signals, which the SDK reads.</summary>
    public Uri? Endpoint =>
        variables.TryGetValue($"{_own}ENDPOINT", out string? text) && Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is ("http" or "https")
            ? endpoint
            : null;

    /// <summary>
    /// The variables as the SDK shall see them. It reads those of all signals only, so this signal's own (headers,
    /// protocol, time-out and so on) stand in their place.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings
    {
        get
        {
            Dictionary<string, string?> settings = variables.ToDictionary(variable => variable.Key, string? (variable) => variable.Value);
            foreach ((string key, string value) in variables)
            {
                if (key.StartsWith(_own, StringComparison.Ordinal) && key != $"{_own}ENDPOINT")
                {
                    settings[General + key[_own.Length..]] = value;
                }
            }

            return settings;
        }
    }

    /// <summary>What is asked for and can't be had, one line each.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            foreach (string exporter in (Exporters ?? []).Where(exporter => exporter is not ("otlp" or "none")))
            {
                yield return $"OTEL_{name}_EXPORTER: '{exporter}' is none of otlp, none";
            }

            if (variables.TryGetValue($"{_own}ENDPOINT", out string? endpoint) && Endpoint == null)
            {
                yield return $"{_own}ENDPOINT: '{endpoint}' is no http or https URL";
            }
        }
    }

    private string[]? Exporters => variables.TryGetValue($"OTEL_{name}_EXPORTER", out string? exporters)
        ? exporters.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : null;
}
