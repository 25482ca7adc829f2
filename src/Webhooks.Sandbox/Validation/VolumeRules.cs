using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of the volumes of pods: one source each, and names of their own.</summary>
internal static class VolumeRules
{
    /// <summary>The sources in the order that the server looks at them, as its messages name them.</summary>
    private static readonly string[] Sources =
    [
        "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi", "glusterfs", "flocker",
        "persistentVolumeClaim", "rbd", "cinder", "cephfs", "quobyte", "downwardAPI", "fc", "flexVolume", "configMap", "azureFile",
        "vsphereVolume", "photonPersistentDisk", "portworxVolume", "azureDisk", "storageos", "projected", "scaleIO", "csi", "ephemeral", "image",
    ];

    /// <summary>Looks at the volumes of a pod.</summary>
    /// <param name="volumes">The list.</param>
    /// <param name="field">Its path.</param>
    /// <param name="causes">What is wrong comes here.</param>
    /// <returns>The names of those that are well.</returns>
    public static HashSet<string> Check(JsonValue volumes, string field, List<StatusCause> causes)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue volume) in volumes.Items().Index())
        {
            List<StatusCause> own = [];
            Source(volume, $"{field}[{index}]", own);
            string path = $"{field}[{index}].name";
            string name = volume["name"u8].AsString() ?? "";
            if (FieldRules.Required(volume["name"u8], path, own))
            {
                FieldRules.Text(volume["name"u8], path, DnsLabel.Problems, own);
            }

            if (names.Contains(name))
            {
                own.Add(FieldError.Duplicate(path, name));
            }

            if (own.Count == 0)
            {
                names.Add(name);
            }

            causes.AddRange(own);
        }

        return names;
    }

    private static void Source(JsonValue volume, string field, List<StatusCause> causes)
    {
        string[] said = [.. Sources.Where(source => !volume[source].IsAbsent)];
        if (said.Length == 0)
        {
            causes.Add(FieldError.Required(field, "must specify a volume type"));
        }

        causes.AddRange(said.Skip(1).Select(source => FieldError.Forbidden($"{field}.{Shown(source)}", "may not specify more than 1 volume type")));
    }

    /// <summary>The server misspells two of them.</summary>
    private static string Shown(string source) => source switch
    {
        "cephfs" => "cephFS",
        "downwardAPI" => "downwarAPI",
        _ => source,
    };
}
