using System.Text;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Serving;

/// <summary>The paths that say whether the server is well: <c>/healthz</c>, <c>/livez</c>, <c>/readyz</c>, and their only check.</summary>
/// <remarks>As <c>k8s.io/apiserver/pkg/server/healthz</c>. Who can ask finds it well.</remarks>
internal static class HealthChecks
{
    private const string Check = "ping";

    /// <summary>The answer at a path; <c>null</c> for another path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isVerbose">Whether each check is named.</param>
    /// <param name="excluded">The checks that are to be left out.</param>
    public static Answer? Find(string path, bool isVerbose, IReadOnlyCollection<string> excluded)
    {
        string[] parts = path[1..].Split('/');
        return parts switch
        {
            ["healthz" or "livez" or "readyz"] => new Answer.Text(200, isVerbose ? Verbose(parts[0], excluded) : "ok"),
            ["healthz" or "livez" or "readyz", Check] => new Answer.Text(200, "ok"),
            _ => null,
        };
    }

    private static string Verbose(string name, IReadOnlyCollection<string> excluded)
    {
        StringBuilder text = new();
        text.Append(excluded.Contains(Check) ? $"[+]{Check} excluded: ok\n" : $"[+]{Check} ok\n");
        string[] unknown = [.. excluded.Where(other => other != Check).Distinct().Order(StringComparer.Ordinal).Select(GoString.Quote)];
        if (unknown.Length > 0)
        {
            text.Append($"warn: some health checks cannot be excluded: no matches for {string.Join(", ", unknown)}\n");
        }

        return text.Append($"{name} check passed\n").ToString();
    }
}
