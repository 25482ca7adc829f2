using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>The metadata of what every cluster starts with, but for what storage adds.</summary>
internal static class BootstrapMetadata
{
    /// <summary>Writes the member <c>metadata</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The object's name.</param>
    /// <param name="label">A label that is <c>true</c>; <c>null</c> for none.</param>
    public static void Write(JsonWriter writer, string name, string? label)
    {
        writer.WriteName("metadata");
        writer.StartObject();
        writer.WriteText("name", name);
        writer.WriteName("labels");
        writer.StartObject();
        writer.WriteText("kubernetes.io/bootstrapping", "rbac-defaults");
        if (label != null)
        {
            writer.WriteText(label, "true");
        }

        writer.EndObject();
        writer.WriteName("annotations");
        writer.StartObject();
        writer.WriteText("rbac.authorization.kubernetes.io/autoupdate", "true");
        writer.EndObject();
        writer.EndObject();
    }
}
