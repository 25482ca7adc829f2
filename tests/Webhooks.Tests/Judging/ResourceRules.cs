using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Amounts are quantities, no request is above its limit, and what devices bring comes whole.</summary>
internal static class ResourceRules
{
    public static void Judge(JudgedPod pod)
    {
        pod.Unique("claim", pod.Spec.List("resourceClaims").Select(claim => claim.Text("name")));
        foreach (JsonElement claim in pod.Spec.List("resourceClaims"))
        {
            pod.Forbid(!Syntax.IsDnsLabel(claim.Text("name")), $"claim {claim.Text("name")}");
            string[] sources = [.. claim.Standing(["resourceClaimName", "resourceClaimTemplateName"])];
            pod.Forbid(sources.Length != 1 || !Syntax.IsDnsName(claim.Text(sources[0])), $"claim {claim.Text("name")}: not one source");
        }

        HashSet<string> claims = [.. pod.Spec.List("resourceClaims").Select(claim => claim.Text("name"))];
        foreach (JudgedContainer one in pod.Containers)
        {
            JsonElement resources = one.Json.Get("resources");
            foreach (JsonProperty entry in resources.Map("limits").Concat(resources.Map("requests")))
            {
                JudgeAmount(pod, entry.Name, entry.Value, $"{one.Name}: {entry.Name}");
            }

            foreach (JsonProperty request in resources.Map("requests").Where(request => Amounts.TryRead(request.Value, out _)))
            {
                JudgeRequest(pod, request, resources.Get("limits"), $"{one.Name}: {request.Name}");
            }

            string[] taken = [.. resources.List("claims").Select(claim => claim.Text("name"))];
            pod.Forbid(taken.Any(name => !claims.Contains(name)), $"{one.Name}: claim of nothing");
            pod.Unique($"{one.Name}: claim", resources.List("claims").Select(claim => $"{claim.Text("name")}/{claim.Text("request")}"));
            pod.Forbid(
                resources.List("claims").Any(claim => claim.Text("request").Length == 0 && taken.Count(name => name == claim.Text("name")) > 1),
                $"{one.Name}: a claim whole and in part");
        }
    }

    /// <summary>A reference to a resource of a container, with a divisor that suits it.</summary>
    public static bool IsReference(JsonElement reference)
    {
        string resource = reference.Text("resource");
        bool isHuge = resource.Contains(".hugepages-", StringComparison.Ordinal);
        bool isKnown = isHuge || resource is "limits.cpu" or "requests.cpu" or "limits.memory" or "requests.memory" or "limits.ephemeral-storage" or "requests.ephemeral-storage";
        return isKnown && (!Amounts.TryRead(reference.Get("divisor"), out double divisor) || divisor == 0 || IsDivisor(divisor, resource.EndsWith(".cpu", StringComparison.Ordinal)));
    }

    private static bool IsDivisor(double divisor, bool isCpu) => isCpu
        ? divisor is 1 or 0.001
        : divisor is 1 or 1e3 or 1e6 or 1e9 or 1e12 or 1e15 or 1e18 or 1024 or 1048576 or 1073741824 or 1099511627776 or 1125899906842624 or 1152921504606846976;

    private static void JudgeAmount(JudgedPod pod, string name, JsonElement value, string what)
    {
        bool isNative = !name.Contains('/', StringComparison.Ordinal);
        bool isHuge = name.StartsWith("hugepages-", StringComparison.Ordinal);
        pod.Forbid(!Syntax.IsQualifiedName(name) || (isNative && !isHuge && name is not ("cpu" or "memory" or "ephemeral-storage")), $"{what}: name");
        pod.Forbid(!Amounts.TryRead(value, out double amount) || amount < 0, $"{what}: amount");
        pod.Forbid(!isNative && Math.Ceiling(amount * 1000) % 1000 != 0, $"{what}: in parts");
    }

    private static void JudgeRequest(JudgedPod pod, JsonProperty request, JsonElement limits, string what)
    {
        _ = Amounts.TryRead(request.Value, out double amount);
        bool isLimited = Amounts.TryRead(limits.Get(request.Name), out double limit);
        bool isWhole = request.Name.Contains('/', StringComparison.Ordinal) || request.Name.StartsWith("hugepages-", StringComparison.Ordinal);
        pod.Forbid(isLimited && amount > limit * 1.0000001, $"{what}: request above limit");
        pod.Forbid(isWhole && (!isLimited || Math.Abs(amount - limit) > limit * 0.0000001), $"{what}: request is not the limit");
    }
}
