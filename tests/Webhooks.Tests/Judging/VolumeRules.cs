using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Volumes have names of their own and one source, which says where the data is.</summary>
internal static class VolumeRules
{
    private static readonly string[] Modes = ["", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"];

    private static readonly (string Source, string[] Fields)[] Required =
    [
        ("hostPath", ["path"]), ("configMap", ["name"]), ("secret", ["secretName"]), ("persistentVolumeClaim", ["claimName"]), ("csi", ["driver"]),
        ("image", ["reference"]), ("nfs", ["server", "path"]), ("iscsi", ["targetPortal", "iqn"]), ("gitRepo", ["repository"]), ("azureDisk", ["diskName", "diskURI"]),
        ("azureFile", ["secretName", "shareName"]), ("awsElasticBlockStore", ["volumeID"]), ("gcePersistentDisk", ["pdName"]),
    ];

    public static void Judge(JudgedPod pod)
    {
        pod.Unique("volume", pod.Spec.List("volumes").Select(volume => volume.Text("name")));
        foreach (JsonElement volume in pod.Spec.List("volumes"))
        {
            string what = $"volume {volume.Text("name")}";
            pod.Forbid(!Syntax.IsDnsLabel(volume.Text("name")), what);
            pod.Forbid(Sources(volume).Count() > 1, $"{what}: several sources");
            foreach ((string source, string[] fields) in Required.Where(required => volume.Has(required.Source)))
            {
                pod.Forbid(fields.Any(field => volume.Get(source).Text(field).Length == 0), $"{what}: {source}");
            }

            JsonElement hostPath = volume.Get("hostPath");
            pod.Forbid(hostPath.Text("path").Split('/').Contains(".."), $"{what}: backsteps");
            pod.Forbid(!Modes.Contains(hostPath.Text("type")), $"{what}: hostPath type");
            pod.Forbid(volume.Get("nfs").Text("path") is { Length: > 0 } path && path[0] != '/', $"{what}: nfs path");
            pod.Forbid(volume.Get("csi").Text("driver").Length > 63 || (volume.Has("csi") && !Syntax.IsDnsName(volume.Get("csi").Text("driver").ToLowerInvariant())), $"{what}: driver");
            pod.Forbid(!Syntax.StaysBelow(volume.Get("gitRepo").Text("directory")), $"{what}: directory");
            JsonElement limit = volume.Get("emptyDir", "sizeLimit");
            pod.Forbid(limit.ValueKind != JsonValueKind.Undefined && (!Amounts.TryRead(limit, out double size) || size < 0), $"{what}: sizeLimit");
            JudgeEphemeral(pod, volume.Get("ephemeral"), what);
        }
    }

    /// <summary>The kind of a volume's first source; without one it is an <c>emptyDir</c>.</summary>
    public static string SourceOf(JsonElement volume) => Sources(volume).FirstOrDefault("emptyDir");

    private static IEnumerable<string> Sources(JsonElement volume) =>
        volume.EnumerateObject().Where(member => member.Name != "name" && member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name);

    private static void JudgeEphemeral(JudgedPod pod, JsonElement ephemeral, string what)
    {
        if (ephemeral.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        JsonElement spec = ephemeral.Get("volumeClaimTemplate", "spec");
        string[] modes = [.. spec.List("accessModes").Select(mode => mode.AsText())];
        pod.Forbid(modes.Length == 0 || modes.Any(mode => mode is not ("ReadWriteOnce" or "ReadOnlyMany" or "ReadWriteMany" or "ReadWriteOncePod")), $"{what}: accessModes");
        pod.Forbid(modes.Contains("ReadWriteOncePod") && modes.Distinct().Count() > 1, $"{what}: ReadWriteOncePod among others");
        pod.Forbid(!Amounts.TryRead(spec.Get("resources", "requests", "storage"), out double storage) || storage <= 0, $"{what}: storage");
        pod.Forbid(spec.Text("storageClassName").Length > 0 && !Syntax.IsDnsName(spec.Text("storageClassName")), $"{what}: storageClassName");
        pod.Forbid(spec.Has("volumeMode") && spec.Text("volumeMode") is not ("Block" or "Filesystem"), $"{what}: volumeMode");
    }
}
