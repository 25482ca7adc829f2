using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Definitions;

/// <summary>What the server does with CustomResourceDefinitions: it notes in which versions objects were stored.</summary>
public static class DefinitionPreparation
{
    /// <summary>No conditions yet; the stored version is the first.</summary>
    public static void OnCreate(JsonDraft definition)
    {
        definition.Set("status", JsonDraft.EmptyObject());
        NoteStored(definition);
    }

    /// <summary>A version that objects are now stored in joins those before.</summary>
    public static void OnUpdate(JsonDraft definition) => NoteStored(definition);

    private static void NoteStored(JsonDraft definition)
    {
        JsonDraft status = definition.Child("status");
        foreach (JsonDraft version in definition.Find("spec")?.List("versions") ?? [])
        {
            string name = version.Text("name");
            if (version.FindSource("storage").Kind == JsonKind.True && !status.List("storedVersions").Any(item => item.Source.AsString() == name))
            {
                status.ChildList("storedVersions").Add(Drafts.Text(name));
            }
        }
    }
}
