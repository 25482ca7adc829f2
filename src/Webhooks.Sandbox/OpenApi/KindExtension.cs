using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The value of <c>x-kubernetes-group-version-kind</c>.</summary>
internal static class KindExtension
{
    /// <summary>Writes the object.</summary>
    public static void Write(GroupVersionKind kind, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("group", kind.Group);
        writer.WriteText("version", kind.Version);
        writer.WriteText("kind", kind.Kind);
        writer.EndObject();
    }
}
