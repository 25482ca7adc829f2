using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Admission.Limits;

/// <summary>What a LimitRange gives containers that leave it out.</summary>
internal static class LimitDefaults
{
    private const string Annotation = "kubernetes.io/limit-ranger";

    /// <summary>Fills the containers of a pod, and notes on it what was filled in.</summary>
    /// <param name="pod">The pod; changed.</param>
    /// <param name="limits">The limits of a LimitRange.</param>
    public static void Fill(JsonDraft pod, JsonValue limits)
    {
        // Of several for containers the last counts, amount by amount.
        Dictionary<string, JsonValue> requests = new(StringComparer.Ordinal);
        Dictionary<string, JsonValue> bounds = new(StringComparer.Ordinal);
        foreach (JsonValue limit in limits.Items().Where(limit => limit["type"u8].TextEquals("Container"u8)))
        {
            Take(limit["defaultRequest"u8], requests);
            Take(limit["default"u8], bounds);
        }

        if (requests.Count + bounds.Count == 0 || pod.Find("spec") is not { } spec)
        {
            return;
        }

        List<string> notes = [];
        foreach ((string list, string words) in (ReadOnlySpan<(string, string)>)[("containers", "container"), ("initContainers", "init container")])
        {
            foreach (JsonDraft container in spec.List(list))
            {
                string whose = $"{words} {container.Text("name")}";
                Note(Fill(container, "requests", requests), $"request for {whose}", notes);
                Note(Fill(container, "limits", bounds), $"limit for {whose}", notes);
            }
        }

        if (notes.Count > 0)
        {
            pod.Child("metadata").Child("annotations").SetText(Annotation, $"LimitRanger plugin set: {string.Join("; ", notes)}");
        }
    }

    private static void Take(JsonValue amounts, Dictionary<string, JsonValue> taken)
    {
        foreach ((string name, JsonValue amount) in amounts.Members())
        {
            taken[name] = amount;
        }
    }

    private static List<string> Fill(JsonDraft container, string member, Dictionary<string, JsonValue> amounts)
    {
        List<string> filled = [];
        foreach ((string name, JsonValue amount) in amounts.OrderBy(amount => amount.Key, StringComparer.Ordinal))
        {
            if (container.Find("resources")?.Find(member) is not { } known || known.Lacks(name))
            {
                container.Child("resources").Child(member).Set(name, new JsonDraft(amount));
                filled.Add(name);
            }
        }

        return filled;
    }

    private static void Note(List<string> names, string what, List<string> notes)
    {
        if (names.Count > 0)
        {
            notes.Add($"{string.Join(", ", names)} {what}");
        }
    }
}
