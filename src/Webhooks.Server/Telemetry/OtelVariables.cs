using System.Collections;

namespace Webhooks.Server.Telemetry;

/// <summary>
/// The variables <c>OTEL_*</c>: what they ask for. Nothing is exported that they do not ask for by an endpoint or an
/// exporter. Source: OpenTelemetry, "Environment Variable Specification"; an empty variable is none.
/// </summary>
internal sealed class OtelVariables
{
    private const string Prefix = "OTEL_";

    private readonly Dictionary<string, string> _variables;

    public OtelVariables(IEnumerable<KeyValuePair<string, string>> variables)
    {
        _variables = variables.Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && variable.Value.Length > 0).ToDictionary();
        bool isDisabled = "true".Equals(_variables.GetValueOrDefault("OTEL_SDK_DISABLED"), StringComparison.OrdinalIgnoreCase);
        Traces = new OtelSignal("TRACES", _variables, isDisabled);
        Metrics = new OtelSignal("METRICS", _variables, isDisabled);
    }

    /// <summary>Spans.</summary>
    public OtelSignal Traces { get; }

    /// <summary>Numbers.</summary>
    public OtelSignal Metrics { get; }

    /// <summary>What is asked for and can't be had, one line each.</summary>
    public IEnumerable<string> Problems => Traces.Problems.Concat(Metrics.Problems);

    /// <summary>Those of this process.</summary>
    public static OtelVariables OfProcess() => new(
        from DictionaryEntry variable in Environment.GetEnvironmentVariables()
        select new KeyValuePair<string, string>((string)variable.Key, (string?)variable.Value ?? ""));
}
