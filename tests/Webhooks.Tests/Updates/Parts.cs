using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;

namespace Webhooks.Tests.Updates;

/// <summary>Pod templates and status entries in the small.</summary>
internal static class Parts
{
    public static JsonValue Value(string json) => JsonTree.Parse(json).Root;

    /// <summary>A pod template to be changed, given its JSON.</summary>
    public static JsonDraft Template(string json) => new(Value(json));

    /// <summary>A pod template of this PodSpec.</summary>
    public static JsonDraft OfSpec(string spec) => Template($$"""{"spec":{{spec}}}""");

    public static TemplateEntry Entry(string template, params string[] added)
    {
        TemplateEntry entry = new(template, "0123456789abcdef");
        entry.Added.AddRange(added);
        return entry;
    }
}
