namespace Webhooks.Admission.Templates.Rules;

/// <summary>Containers that run side by side share one network: of two with the same port, one never listens.</summary>
/// <remarks>
/// The API server compares host ports only, but then the pod does not work. Containers that become native sidecars
/// start behind the template's own init containers, and run beside the same ones as before.
/// </remarks>
internal static class PortClashRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<string, Field> running = new(StringComparer.Ordinal);
        foreach (ContainerField container in template.Containers)
        {
            Dictionary<string, Field> own = container.IsPlainInit ? new(StringComparer.Ordinal) : running;
            foreach (Field port in container.Field["ports"].Items())
            {
                string protocol = port["protocol"].Text is { Length: > 0 } said ? said : "TCP";
                long number = port["containerPort"].Number;
                long hostPort = port["hostPort"].Number;
                if (number != 0)
                {
                    Take(port["containerPort"], $"{number}/{protocol}", running, own, findings);
                }

                if (hostPort != 0)
                {
                    Take(port["hostPort"], $"{protocol}/{port["hostIP"].Text}/{hostPort}", running, own, findings);
                }
            }
        }
    }

    private static void Take(Field port, string key, Dictionary<string, Field> running, Dictionary<string, Field> own, Findings findings)
    {
        if (running.TryGetValue(key, out Field other) || !own.TryAdd(key, port))
        {
            other = other.IsSet ? other : own[key];
            findings.Duplicate(port, key, other);
        }
    }
}
