using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Tests.Updates;

/// <summary>What the webhook makes of requests, with the templates of the moment.</summary>
internal static class Cluster
{
    private static readonly Injector Injector = new(InjectionOptions.Default);
    private static readonly Uninjector Uninjector = new(InjectionOptions.Default.Annotations);

    public static TemplateSet Load(params IEnumerable<(string Name, string Config)> templates)
    {
        LoadedTemplates loaded = TemplateLoader.Load(
            templates.Select(template => new TemplateFile($"{template.Name}.yaml", Encoding.UTF8.GetBytes(template.Config))),
            InjectionOptions.DefaultPrefix);
        return loaded.Problems is [var problem, ..] ? throw new FormatException(problem.ToString()) : loaded.Templates;
    }

    /// <summary>Decides about an object that is created.</summary>
    public static InjectionDecision Create(string workload, TemplateSet templates) => Injector.Decide(Request(workload), templates);

    /// <summary>Decides about an object that is changed.</summary>
    public static InjectionDecision Update(string before, string request, TemplateSet templates) => Injector.Decide(
        Request(request) with { Operation = AdmissionOperation.Update, OldObject = JsonTree.Parse(before).Root }, templates);

    /// <summary>The object as its author wrote it.</summary>
    public static string Uninjected(string workload) => Result(workload, Uninjector.Decide(Request(workload)));

    /// <summary>The object with the decision's patch.</summary>
    public static string Result(string workload, InjectionDecision decision) => decision is InjectionDecision.Changed changed
        ? changed.Patch.Apply(JsonTree.Parse(workload).Root).Freeze().ToString()
        : workload;

    private static AdmissionRequest Request(string workload) => ManifestObjects.In(JsonTree.Parse(workload).Root).Single().Request;
}
