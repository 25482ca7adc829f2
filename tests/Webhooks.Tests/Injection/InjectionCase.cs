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

    private LoadedTemplates? _loaded;

    /// <summary>The request that creating the object makes.</summary>
    public AdmissionRequest Request => ManifestObjects.In(JsonTree.Parse(Workload).Root).Single().Request;

    /// <summary>The names on the way from the object to its pod template.</summary>
    public string[] PathOfPod => Request.Kind.Kind switch
    {
        "Pod" => [],
        "CronJob" => ["spec", "jobTemplate", "spec", "template"],
        _ => ["spec", "template"],
    };

    /// <summary>Names and configs of the templates.</summary>
    public IReadOnlyList<(string Name, string Config)> Templates
    {
        get;
        init
        {
            field = value;
            _loaded = null;
        }
    } = Templates;

    /// <summary>The templates, read once in the order in which they stand here.</summary>
    public LoadedTemplates Load() => _loaded ??= TemplateLoader.Load(
        Templates.Select(template => new TemplateFile($"{template.Name}.yaml", Encoding.UTF8.GetBytes(template.Config))),
        InjectionOptions.Default.Annotations.Prefix);

    /// <summary>The version of the oldest kubelet. Default: not known.</summary>
    public KubeVersion? KubeVersion { get; init; }

    public InjectionDecision Decide() => Decide(Request, Load().Templates);

    public InjectionDecision Decide(AdmissionRequest request, TemplateSet templates) =>
        new Injector(InjectionOptions.Default with { KubeVersion = KubeVersion }).Decide(request, templates, NamespaceOptsIn);

    /// <summary>The object with the patch applied, as JSON text; the object itself where there is no patch.</summary>
    public string Result(InjectionDecision decision) => decision is InjectionDecision.Changed changed ? Apply(changed.Patch) : Workload;

    public string Apply(JsonPatch patch) => patch.Apply(JsonTree.Parse(Workload).Root).Freeze().ToString();

    /// <summary>For failure messages: the object and the templates as YAML with values in JSON.</summary>
    public override string ToString()
    {
        StringBuilder text = new($"\nnamespaceOptsIn: {(NamespaceOptsIn ? "true" : "false")}\nkubeVersion: {KubeVersion}\n");
        foreach ((string name, string config) in Templates)
        {
            text.Append($"--- # template {name}\n{Indented(config)}\n");
        }

        return text.Append($"--- # object\n{Indented(Workload)}\n").ToString();
    }

    private static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);
}
