using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Tests.Injection;

/// <summary>An object that is created, and the templates that are in force then.</summary>
/// <param name="Workload">The object as JSON text.</param>
/// <param name="Templates">Names and configs.</param>
/// <param name="NamespaceOptsIn">Whether the namespace asks for the default templates.</param>
internal sealed record InjectionCase(string Workload, IReadOnlyList<(string Name, string Config)> Templates, bool NamespaceOptsIn)
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConditionalWeakTable<IReadOnlyList<(string Name, string Config)>, LoadedTemplates> Loaded = [];

    /// <summary>The request that creating the object makes.</summary>
    public AdmissionRequest Request => ManifestObjects.In(JsonTree.Parse(Workload).Root).Single().Request;

    /// <summary>The names on the way from the object to its pod template.</summary>
    public string[] PathOfPod => Request.Kind.Kind switch
    {
        "Pod" => [],
        "CronJob" => ["spec", "jobTemplate", "spec", "template"],
        _ => ["spec", "template"],
    };

    /// <summary>The templates, read in the order in which they stand here; once for each list of them.</summary>
    public LoadedTemplates Load() => Loaded.GetValue(Templates, Read);

    private static LoadedTemplates Read(IReadOnlyList<(string Name, string Config)> templates) => TemplateLoader.Load(
        templates.Select(template => new TemplateFile($"{template.Name}.yaml", Encoding.UTF8.GetBytes(template.Config))),
        InjectionOptions.Default.Annotations.Prefix);

    public InjectionDecision Decide() => Decide(Request, Load().Templates);

    public InjectionDecision Decide(AdmissionRequest request, TemplateSet templates) =>
        new Injector(InjectionOptions.Default).Decide(request, templates, NamespaceOptsIn);

    /// <summary>The object with the patch applied, as JSON text; the object itself where there is no patch.</summary>
    public string Result(InjectionDecision decision) => decision is InjectionDecision.Changed changed ? Apply(changed.Patch) : Workload;

    public string Apply(JsonPatch patch) => patch.Apply(JsonTree.Parse(Workload).Root).Freeze().ToString();

    /// <summary>For failure messages: the object and the templates as YAML with values in JSON.</summary>
    public override string ToString()
    {
        StringBuilder text = new($"\nnamespaceOptsIn: {(NamespaceOptsIn ? "true" : "false")}\n");
        foreach ((string name, string config) in Templates)
        {
            text.Append($"--- # template {name}\n{Indented(config)}\n");
        }

        return text.Append($"--- # object\n{Indented(Workload)}\n").ToString();
    }

    private static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);
}
