using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Definitions;

/// <summary>Defaults of CustomResourceDefinitions: the names that follow from the kind, and no conversion.</summary>
public static class DefinitionDefaults
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

        if (spec.Find("conversion")?.Find("webhook")?.Find("clientConfig")?.Find("service") is { } service && service.Lacks("port"))
        {
            service.SetNumber("port", 443);
        }
    }
}
