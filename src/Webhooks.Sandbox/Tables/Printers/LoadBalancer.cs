using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The addresses under which a load balancer is reached.</summary>
internal static class LoadBalancer
{
    /// <summary>Its IPs, or the host names of those without, each once and in order, joined by commas.</summary>
    public static string Addresses(JsonValue status) => string.Join(
        ',',
        status["ingress"u8].Items()
            .Select(point => Facts.TextOr(point["ip"u8], Facts.Text(point["hostname"u8])))
            .Where(address => address.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal));
}
