using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Files that volumes are made of stay inside, have modes that exist and, in projected volumes, places of their own.</summary>
internal static class ProjectionRules
{
    private static readonly string[] Fields = ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];
    private static readonly string[] Kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate"];

    public static void Judge(JudgedPod pod)
    {
        foreach (JsonElement volume in pod.Spec.List("volumes"))
        {
            string what = $"volume {volume.Text("name")}";
            foreach (string kind in (string[])["configMap", "secret", "downwardAPI", "projected"])
            {
                pod.Forbid(!IsMode(volume.Get(kind), "defaultMode"), $"{what}: defaultMode");
                JudgeItems(pod, volume.Get(kind), kind, what);
            }

            JudgeSources(pod, [.. volume.Get("projected").List("sources")], what);
        }
    }

    private static void JudgeSources(JudgedPod pod, JsonElement[] sources, string what)
    {
        foreach (JsonElement source in sources)
        {
            pod.Forbid(source.Standing(Kinds).Count() > 1, $"{what}: several kinds in one source");
            foreach (string kind in (string[])["secret", "configMap", "downwardAPI"])
            {
                JudgeItems(pod, source.Get(kind), kind, what);
                pod.Forbid(kind != "downwardAPI" && source.Has(kind) && source.Get(kind).Text("name").Length == 0, $"{what}: projected {kind}");
            }

            JsonElement token = source.Get("serviceAccountToken");
            pod.Forbid(source.Has("serviceAccountToken") && !IsFile(token.Text("path")), $"{what}: token path");
            pod.Forbid(token.Has("expirationSeconds") && token.Number("expirationSeconds") is < 600 or > 1L << 32, $"{what}: token expiration");
            JsonElement bundle = source.Get("clusterTrustBundle");
            pod.Forbid(source.Has("clusterTrustBundle") && (bundle.Has("name") == bundle.Has("signerName") || !IsFile(bundle.Text("path"))), $"{what}: trust bundle");
            JsonElement certificate = source.Get("podCertificate");
            pod.Forbid(source.Has("podCertificate") && (certificate.Text("signerName").Length == 0 || !Files(certificate).Any()), $"{what}: certificate");
            pod.Forbid(certificate.Has("maxExpirationSeconds") && certificate.Number("maxExpirationSeconds") is < 3600 or > 7862400, $"{what}: certificate's life");
        }

        // A token's place is not compared.
        pod.Unique($"{what}: file", sources.SelectMany(source => new[] { "secret", "configMap", "downwardAPI" }
            .SelectMany(kind => source.Get(kind).List("items")).Select(item => item.Text("path"))
            .Append(source.Get("clusterTrustBundle").Text("path")).Concat(Files(source.Get("podCertificate"))).Where(path => path.Length > 0)));
    }

    private static IEnumerable<string> Files(JsonElement certificate) =>
        certificate.Standing(["credentialBundlePath", "keyPath", "certificateChainPath"]).Select(name => certificate.Text(name)).Where(path => path.Length > 0);

    private static void JudgeItems(JudgedPod pod, JsonElement holder, string kind, string what)
    {
        foreach (JsonElement item in holder.List("items"))
        {
            pod.Forbid(!IsFile(item.Text("path")), $"{what}: file {item.Text("path")}");
            pod.Forbid(!IsMode(item, "mode"), $"{what}: mode");
            if (kind == "downwardAPI")
            {
                pod.Forbid(item.Has("fieldRef") == item.Has("resourceFieldRef"), $"{what}: not one field");
                pod.Forbid(item.Has("fieldRef") && !EnvironmentRules.IsField(item.Get("fieldRef"), Fields), $"{what}: fieldRef");
                JsonElement resource = item.Get("resourceFieldRef");
                pod.Forbid(item.Has("resourceFieldRef") && (resource.Text("containerName").Length == 0 || !ResourceRules.IsReference(resource)), $"{what}: resourceFieldRef");
            }
            else
            {
                pod.Forbid(item.Text("key").Length == 0, $"{what}: key");
            }
        }
    }

    private static bool IsMode(JsonElement holder, string name) => holder.Number(name) is >= 0 and <= 511;

    private static bool IsFile(string path) => path.Length > 0 && Syntax.StaysBelow(path) && !path.StartsWith("..", StringComparison.Ordinal);
}
