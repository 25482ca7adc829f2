using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the plugin StorageObjectInUseProtection does with new claims and volumes: they stay until nothing uses them.</summary>
internal static class VolumeProtection
{
    /// <summary>The finalizer of PersistentVolumeClaims.</summary>
    public const string OfClaims = "kubernetes.io/pvc-protection";

    /// <summary>The finalizer of PersistentVolumes.</summary>
    public const string OfVolumes = "kubernetes.io/pv-protection";

    /// <summary>The finalizer that protects objects of a built-in kind; <c>null</c> for none.</summary>
    public static string? FinalizerOf(ApiResource resource) => (resource.Group, resource.Kind) switch
    {
        ("", "PersistentVolumeClaim") => OfClaims,
        ("", "PersistentVolume") => OfVolumes,
        _ => null,
    };

    /// <summary>Adds the finalizer.</summary>
    public static void OnCreate(ApiResource resource, JsonDraft draft)
    {
        if (FinalizerOf(resource) is not { } finalizer)
        {
            return;
        }

        ObjectMeta meta = new(draft);
        if (!meta.Finalizers.Contains(finalizer))
        {
            meta.Finalizers = [.. meta.Finalizers, finalizer];
        }
    }
}
