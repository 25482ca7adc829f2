using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the server does with PersistentVolumes: it notes since when one is in its phase.</summary>
/// <remarks>As <c>pkg/registry/core/persistentvolume/strategy.go</c>.</remarks>
internal static class VolumePreparation
{
    private const string Since = "lastPhaseTransitionTime";

    /// <summary>Pending, since it was made.</summary>
    public static void OnCreate(JsonDraft volume)
    {
        volume.SetJson("status", """{"phase":"Pending"}""");
        volume.Child("status").SetOrRemove(Since, volume.Child("metadata").FindSource("creationTimestamp"));
    }

    /// <summary>Another phase is one since now, unless the client says since when.</summary>
    public static void OnStatusUpdate(JsonDraft volume, JsonValue old, DateTimeOffset now)
    {
        JsonDraft status = volume.Child("status");
        JsonValue before = old["status"u8];
        string since = status.Text(Since);
        if (status.Text("phase") == (before["phase"u8].AsString() ?? ""))
        {
            if (since.Length == 0)
            {
                status.SetOrRemove(Since, before[Since]);
            }
        }
        else if (since.Length == 0 || since == before[Since].AsString())
        {
            status.SetText(Since, GoTime.Write(now));
        }
    }
}
