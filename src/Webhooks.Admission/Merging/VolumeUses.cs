using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Tells whether the volumes of a pod are of the kinds that a template uses under their names.</summary>
/// <remarks>
/// What a template brings itself was checked when it was loaded. But a volume of the workload's or of another template's
/// stands in the place of one of the same name, and the API server refuses what some kinds can't be used for.
/// </remarks>
/// <param name="podSpec">The PodSpec; <c>null</c>: there is none.</param>
/// <param name="volumeClaims">The <c>volumeClaimTemplates</c> of the workload, whose claims become volumes; missing: none.</param>
internal readonly struct VolumeUses(JsonDraft? podSpec, JsonValue volumeClaims)
{
    /// <summary>What a volume of the pod is not, in words for a person; <c>null</c>: all are what they should be, or not there yet.</summary>
    /// <param name="content">What a template brings.</param>
    public string? Problem(JsonValue content) => OfContainers(content["initContainers"u8]) ?? OfContainers(content["containers"u8]);

    private string? OfContainers(JsonValue containers)
    {
        JsonCursor items = new(containers.Kind == JsonKind.Array ? containers : default);
        while (items.MoveNext())
        {
            if ((OfFiles(items.Value["env"u8]) ?? OfDevices(items.Value["volumeDevices"u8]) ?? OfMounts(items.Value["volumeMounts"u8])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private string? OfFiles(JsonValue env)
    {
        JsonCursor items = new(env.Kind == JsonKind.Array ? env : default);
        while (items.MoveNext())
        {
            JsonValue name = items.Value["valueFrom"u8]["fileKeyRef"u8]["volumeName"u8];
            if (name.Kind == JsonKind.String && (IsClaimed(name) || (Find(name) is { IsMissing: false } volume && !IsEmptyDir(volume))))
            {
                return $"variables are read from volume {name.GetString()}, which is no emptyDir";
            }
        }

        return null;
    }

    private string? OfDevices(JsonValue devices)
    {
        JsonCursor items = new(devices.Kind == JsonKind.Array ? devices : default);
        while (items.MoveNext())
        {
            JsonValue name = items.Value["name"u8];
            if (!IsClaimed(name) && Find(name) is { IsMissing: false } volume
                && volume["persistentVolumeClaim"u8].IsAbsent && volume["ephemeral"u8].IsAbsent)
            {
                return $"volume {name.GetString()} is used as a block device and is no claim";
            }
        }

        return null;
    }

    private string? OfMounts(JsonValue mounts)
    {
        JsonCursor items = new(mounts.Kind == JsonKind.Array ? mounts : default);
        while (items.MoveNext())
        {
            bool hasSubPath = !string.IsNullOrEmpty(items.Value["subPath"u8].AsString()) || !string.IsNullOrEmpty(items.Value["subPathExpr"u8].AsString());
            JsonValue name = items.Value["name"u8];
            if (hasSubPath && !IsClaimed(name) && !Find(name)["image"u8].IsAbsent)
            {
                return $"a subPath of volume {name.GetString()} is mounted, which is an image";
            }
        }

        return null;
    }

    /// <summary>Without a source it is one.</summary>
    private static bool IsEmptyDir(JsonValue volume)
    {
        JsonCursor members = new(volume.Kind == JsonKind.Object ? volume : default);
        while (members.MoveNext())
        {
            if (!members.Value.IsAbsent && !members.NameValue.TextEquals("name"u8))
            {
                return members.NameValue.TextEquals("emptyDir"u8);
            }
        }

        return true;
    }

    private JsonValue Find(JsonValue name)
    {
        JsonDraft? volumes = podSpec?.Find("volumes");
        for (int i = 0; i < (volumes is { Kind: JsonKind.Array } ? volumes.Count : 0); i++)
        {
            JsonValue volume = volumes!.PeekItem(i);
            volume = volume.IsMissing ? volumes.Items[i].Freeze() : volume;
            if (JsonEquality.AreEqual(volume["name"u8], name))
            {
                return volume;
            }
        }

        return default;
    }

    private bool IsClaimed(JsonValue name)
    {
        JsonCursor claims = new(volumeClaims.Kind == JsonKind.Array ? volumeClaims : default);
        while (claims.MoveNext())
        {
            if (JsonEquality.AreEqual(claims.Value["metadata"u8]["name"u8], name))
            {
                return true;
            }
        }

        return false;
    }
}
