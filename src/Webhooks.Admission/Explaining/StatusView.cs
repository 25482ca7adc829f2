using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Explaining;

/// <summary>A pod template as its status sees it: which template brought what of it.</summary>
internal sealed class StatusView
{
    private readonly JsonDraft _podTemplate;
    private readonly IReadOnlyList<TemplateEntry> _entries;

    private StatusView(JsonDraft podTemplate, IReadOnlyList<TemplateEntry> entries)
    {
        (_podTemplate, _entries) = (podTemplate, entries);
    }

    /// <summary>Looks at a pod template; a status that proves nothing lists nothing.</summary>
    public static StatusView Of(JsonValue podTemplate, string annotation)
    {
        if (podTemplate.Kind != JsonKind.Object)
        {
            return new StatusView(JsonDraft.EmptyObject(), []);
        }

        JsonDraft draft = new(podTemplate);
        string? text = podTemplate["metadata"u8]["annotations"u8][annotation].AsString();
        InjectionStatus? status = text == null ? null : InjectionStatus.Read(text);
        return new StatusView(draft, status?.IsProvenBy(draft) == true ? status.Entries : []);
    }

    /// <summary>True when it says that the template is in there.</summary>
    public bool Names(string template) => _entries.Any(entry => entry.Template == template);

    /// <summary>The paths of what a template brought.</summary>
    public IEnumerable<string> Listed(string template) => _entries.Where(entry => entry.Template == template).SelectMany(entry => entry.Added);

    /// <summary>True when any template brought it.</summary>
    public bool Lists(string path) => _entries.Any(entry => entry.Added.Contains(path));

    /// <summary>What stands at a path; missing for nothing.</summary>
    public JsonValue Find(string path) => ItemPlace.TryFind(_podTemplate, path, out ItemPlace place) ? place.Draft.Freeze() : default;
}
