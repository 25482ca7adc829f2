using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;

namespace Webhooks.Tests.Updates;

/// <summary>A workload as a mutable document, read and changed with System.Text.Json.</summary>
internal sealed class WorkloadText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };
    private static readonly AnnotationNames Names = InjectionOptions.Default.Annotations;

    private WorkloadText(JsonObject root)
    {
        Root = root;
    }

    public JsonObject Root { get; }

    public JsonObject PodTemplate
    {
        get => PathOfPod.Aggregate((JsonNode)Root, (node, name) => node[name]!).AsObject();
        set => PathOfPod[..^1].Aggregate((JsonNode)Root, (node, name) => node[name]!)[PathOfPod[^1]] = value;
    }

    public JsonObject Spec => PodTemplate["spec"]!.AsObject();

    private string[] PathOfPod => Root["kind"]!.GetValue<string>() == "CronJob" ? ["spec", "jobTemplate", "spec", "template"] : ["spec", "template"];

    public static WorkloadText Parse(string json) => new(JsonNode.Parse(json)!.AsObject());

    public WorkloadText Copy() => Parse(ToString());

    public override string ToString() => Root.ToJsonString(Plain);

    /// <summary>The pod template as text.</summary>
    public string TemplateText => PodTemplate.ToJsonString(Plain);

    /// <summary>The status annotation, read; empty where there is none.</summary>
    public JsonObject Status =>
        (PodTemplate["metadata"] as JsonObject)?["annotations"] is JsonObject annotations && annotations[Names.Status] is { } text
            ? JsonNode.Parse(text.GetValue<string>())!.AsObject()
            : [];

    /// <summary>What the status lists, each path once.</summary>
    public IEnumerable<string> Added => Status.SelectMany(entry => entry.Value!["added"]!.AsArray()).Select(path => path!.GetValue<string>()).Distinct();

    public JsonObject Annotations => Object(Object(Root, "metadata"), "annotations");

    public JsonObject TemplateAnnotations => Object(Object(PodTemplate, "metadata"), "annotations");

    /// <summary>The names of the containers of one list.</summary>
    public string[] ContainersIn(string list) => [.. (Spec[list] as JsonArray ?? []).Select(one => one!["name"]!.GetValue<string>())];

    /// <summary>A container by name; <c>null</c>: none.</summary>
    public JsonObject? Container(string name, string list = "containers") =>
        (Spec[list] as JsonArray ?? []).FirstOrDefault(one => one!["name"]!.GetValue<string>() == name)?.AsObject();

    /// <summary>An object, made where there is none.</summary>
    public static JsonObject Object(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject found)
        {
            parent[name] = found = [];
        }

        return found;
    }

    /// <summary>A list, made where there is none.</summary>
    public static JsonArray List(JsonObject parent, string name)
    {
        if (parent[name] is not JsonArray found)
        {
            parent[name] = found = [];
        }

        return found;
    }
}
