using System.Text;
using Webhooks.Admission.Explaining;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Server.Explaining;

/// <summary>
/// Writes an explanation as one JSON object per template, each on a line of its own. What is about the object as a
/// whole stands on its first line: its patch, and the warnings about it.
/// </summary>
internal static class ExplanationLines
{
    public static IEnumerable<string> Of(ExplainedObject one) =>
        one.Explanation.Templates.Select((template, index) => Line(one, template, isFirst: index == 0));

    private static string Line(ExplainedObject one, TemplateExplanation template, bool isFirst)
    {
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteName("object"u8);
        WriteObject(one, writer);
        writer.WriteText("template", template.Template);
        writer.WriteText("decision", Word(template.Decision));
        writer.WriteText("reason", template.Reason.Name());
        writer.WriteName("warnings"u8);
        writer.StartArray();
        foreach (string warning in isFirst ? one.Explanation.Warnings.Concat(template.Warnings) : template.Warnings)
        {
            writer.WriteString(warning);
        }

        writer.EndArray();
        writer.WriteName("patch"u8);
        WritePatch(isFirst ? one.Decision : null, writer);
        writer.EndObject();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteObject(ExplainedObject one, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("apiVersion", one.Request.Kind.GroupVersion.ToString());
        writer.WriteText("kind", one.Request.Kind.Kind);
        writer.WriteText("namespace", one.Namespace);
        writer.WriteText("name", one.Name);
        if (one.Name == null)
        {
            writer.WriteText("generateName", one.GenerateName);
        }

        writer.EndObject();
    }

    private static void WritePatch(InjectionDecision? decision, JsonWriter writer)
    {
        if (decision == null)
        {
            writer.WriteNull();
        }
        else
        {
            (decision is InjectionDecision.Changed changed ? changed.Patch : JsonPatch.Empty).Write(writer);
        }
    }

    private static string Word(TemplateDecision decision) => decision switch
    {
        TemplateDecision.Inject => "inject",
        TemplateDecision.Deny => "deny",
        TemplateDecision.Remove => "remove",
        _ => "skip",
    };
}
