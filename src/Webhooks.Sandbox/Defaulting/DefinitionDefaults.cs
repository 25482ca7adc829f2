using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of CustomResourceDefinitions: the names that follow from the kind, and no conversion.</summary>
internal static class DefinitionDefaults
{
    /// <summary>Fills a CustomResourceDefinition.</summary>
    public static void Fill(JsonDraft definition)
    {
        JsonDraft spec = definition.Child("spec");
        JsonDraft names = spec.Child("names");
        string kind = names.Text("kind");
        if (names.Text("singular").Length == 0)
        {
            names.SetText("singular", kind.ToLowerInvariant());
        }

        if (names.Text("listKind").Length == 0 && kind.Length > 0)
        {
            names.SetText("listKind", kind + "List");
        }

        if (spec.Lacks("conversion"))
        {
            spec.SetJson("conversion", """{"strategy":"None"}""");
        }

        spec.Find("conversion")?.Find("webhook")?.Find("clientConfig")?.Find("service")?.Default("port", "443");
    }
}
