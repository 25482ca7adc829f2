using System.Text;

namespace Webhooks.Server.Health;

/// <summary>The answer to a probe, in the form of Kubernetes' own servers.</summary>
/// <param name="IsWell">Whether everything asked for is well.</param>
/// <param name="Text">What to answer.</param>
internal readonly record struct HealthReport(bool IsWell, string Text)
{
    /// <summary>Looks at all checks but the excluded ones.</summary>
    /// <param name="name">The name of the probe: <c>readyz</c>.</param>
    /// <param name="checks">The checks, in the order to report them.</param>
    /// <param name="excluded">Names of checks to leave out.</param>
    /// <param name="isVerbose">Whether to list the checks though all are well; a failure always lists them.</param>
    public static HealthReport Of(string name, IReadOnlyList<HealthCheck> checks, IReadOnlyCollection<string> excluded, bool isVerbose)
    {
        StringBuilder text = new();
        bool isWell = true;
        foreach (HealthCheck check in checks)
        {
            if (excluded.Contains(check.Name))
            {
                text.Append("[+]").Append(check.Name).Append(" excluded: ok\n");
                continue;
            }

            HealthState state = check.Look();
            isWell &= state.IsWell;
            text.Append(state.IsWell ? "[+]" : "[-]").Append(check.Name).Append(state.IsWell ? " ok" : " failed");
            text.Append(state.Note.Length > 0 ? $": {state.Note}" : "").Append('\n');
        }

        foreach (string unknown in excluded.Except(checks.Select(check => check.Name)))
        {
            text.Append($"warn: some health checks cannot be excluded: no matches for \"{unknown}\"\n");
        }

        return !isWell ? new HealthReport(false, text.Append(name).Append(" check failed\n").ToString())
            : isVerbose ? new HealthReport(true, text.Append(name).Append(" check passed\n").ToString())
            : new HealthReport(true, "ok");
    }

    /// <summary>One check alone, as <c>/readyz/templates</c> asks for.</summary>
    public static HealthReport Of(HealthCheck check)
    {
        HealthState state = check.Look();
        return state.IsWell
            ? new HealthReport(true, "ok")
            : new HealthReport(false, $"{check.Name} failed: {state.Note}\n");
    }
}
