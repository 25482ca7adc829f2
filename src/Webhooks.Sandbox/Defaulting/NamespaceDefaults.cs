using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of Namespaces: the label with the name, which cannot be taken off, and the phase.</summary>
internal static class NamespaceDefaults
{
    private const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>Fills a Namespace.</summary>
    public static void Fill(JsonDraft space)
    {
        JsonDraft metadata = space.Child("metadata");
        string name = metadata.Text("name");
        if (name.Length > 0 && metadata.Find("labels")?.Text(NameLabel) != name)
        {
            metadata.Child("labels").SetText(NameLabel, name);
        }

        space.Child("status").DefaultText("phase", "Active");
    }
}
