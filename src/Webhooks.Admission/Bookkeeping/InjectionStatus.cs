using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>The status annotation: what each template added to a pod template.</summary>
internal sealed class InjectionStatus
{
    private InjectionStatus(IReadOnlyList<TemplateEntry> entries)
    {
        Entries = entries;
    }

    public IReadOnlyList<TemplateEntry> Entries { get; }

    /// <summary>The status that an annotation holds; <c>null</c> when it can't be read.</summary>
    public static InjectionStatus? Read(string annotation)
    {
        try
        {
            JsonValue root = JsonTree.Parse(annotation).Root;
            return root.Kind == JsonKind.Object && root.Members().Select(ReadEntry).ToList() is { } entries && !entries.Contains(null)
                ? new InjectionStatus(entries!)
                : null;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the annotation's text: one member per template, by name.</summary>
    public static void Write(List<TemplateEntry> entries, JsonWriter writer)
    {
        entries.Sort((left, right) => string.CompareOrdinal(left.Template, right.Template));
        writer.StartObject();
        foreach (TemplateEntry entry in entries)
        {
            writer.WriteName(entry.Template);
            writer.StartObject();
            writer.WriteName("hash"u8);
            writer.WriteString(entry.Hash);
            WriteList(writer, "added"u8, entry.Added);
            if (entry.Made.Count > 0)
            {
                WriteList(writer, "made"u8, entry.Made);
            }

            if (entry.LeftOut != null)
            {
                WriteList(writer, "without"u8, entry.LeftOut);
            }

            WriteWas(writer, entry);
            writer.EndObject();
        }

        writer.EndObject();
    }

    /// <summary>True when it lists that template.</summary>
    public bool Names(string template) => Entries.Any(entry => entry.Template == template);

    /// <summary>
    /// True when it lists something, and everything that it lists stands in the pod template. A list of items that
    /// takes too long to look for proves nothing: the annotation comes from whoever may create a pod.
    /// </summary>
    public bool IsProvenBy(JsonDraft podTemplate) => FindDoubt(podTemplate) == null;

    /// <summary>Why it is not proven; <c>null</c> when it is.</summary>
    public string? FindDoubt(JsonDraft podTemplate)
    {
        bool listsAny = false;
        LookupBudget budget = new(LookupBudget.OfStatus);
        foreach (TemplateEntry entry in Entries)
        {
            foreach (string path in entry.Added)
            {
                listsAny = true;
                if (!ItemPlace.TryFind(podTemplate, path, budget, out _))
                {
                    return budget.IsSpent ? "it lists more than is looked for" : $"{path} is not there";
                }
            }
        }

        return listsAny ? null : "it lists nothing";
    }

    private static TemplateEntry? ReadEntry(KeyValuePair<string, JsonValue> member)
    {
        if (member.Value["hash"u8].AsString() is not { } hash)
        {
            return null;
        }

        TemplateEntry entry = new(member.Key, hash);
        JsonValue was = member.Value["was"u8];
        List<string> leftOut = [];
        if (!ReadList(member.Value["added"u8], entry.Added) || !ReadList(member.Value["made"u8], entry.Made)
            || !ReadList(member.Value["without"u8], leftOut)
            || was.Kind is not (JsonKind.Missing or JsonKind.Object))
        {
            return null;
        }

        leftOut.ForEach(entry.LeaveOut);
        foreach ((string path, JsonValue value) in was.Members())
        {
            entry.AddWas(path, value.ToString());
        }

        return entry;
    }

    private static bool ReadList(JsonValue list, List<string> paths)
    {
        foreach (JsonValue path in list.Items())
        {
            if (path.AsString() is not { } text)
            {
                return false;
            }

            paths.Add(text);
        }

        return list.Kind is JsonKind.Missing or JsonKind.Array;
    }

    private static void WriteList(JsonWriter writer, ReadOnlySpan<byte> name, List<string> paths)
    {
        writer.WriteName(name);
        writer.StartArray();
        foreach (string path in paths)
        {
            writer.WriteString(path);
        }

        writer.EndArray();
    }

    private static void WriteWas(JsonWriter writer, TemplateEntry entry)
    {
        if (entry.Was == null)
        {
            return;
        }

        writer.WriteName("was"u8);
        writer.StartObject();
        foreach ((string path, string value) in entry.Was)
        {
            writer.WriteName(path);
            writer.WriteRaw(Encoding.UTF8.GetBytes(value));
        }

        writer.EndObject();
    }
}
