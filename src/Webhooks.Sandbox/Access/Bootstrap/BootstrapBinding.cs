using System.Collections.Immutable;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>A ClusterRoleBinding that every cluster starts with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">The ClusterRole that it gives.</param>
/// <param name="Subjects">To whom.</param>
internal sealed record BootstrapBinding(string Name, string Role, params ImmutableArray<Subject> Subjects)
{
    /// <summary>The object.</summary>
    public JsonValue ToObject() => JsonLists.Document(writer =>
    {
        writer.StartObject();
        writer.WriteText("kind", "ClusterRoleBinding");
        writer.WriteText("apiVersion", $"{SystemNames.RbacGroup}/v1");
        BootstrapMetadata.Write(writer, Name, null);
        WriteSubjects(writer);
        writer.WriteName("roleRef");
        writer.StartObject();
        writer.WriteText("apiGroup", SystemNames.RbacGroup);
        writer.WriteText("kind", "ClusterRole");
        writer.WriteText("name", Role);
        writer.EndObject();
        writer.EndObject();
    });

    private void WriteSubjects(JsonWriter writer)
    {
        if (Subjects.IsEmpty)
        {
            return;
        }

        writer.WriteName("subjects");
        writer.StartArray();
        foreach (Subject subject in Subjects)
        {
            writer.StartObject();
            writer.WriteText("kind", subject.Kind);
            writer.WriteTextIfAny("apiGroup", subject.Kind == "ServiceAccount" ? "" : SystemNames.RbacGroup);
            writer.WriteText("name", subject.Name);
            writer.WriteTextIfAny("namespace", subject.Namespace);
            writer.EndObject();
        }

        writer.EndArray();
    }
}
