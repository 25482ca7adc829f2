using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Yaml;
using Webhooks.Shared;

namespace Webhooks.Benchmarks;

/// <summary>Reviews of updates of the sample Deployment, once it is injected.</summary>
internal static class UpdateReviews
{
    private const string Image = "helloworld:0.0.1";

    /// <summary>Only the number of replicas is another.</summary>
    public static byte[] OfScaling(TemplateSet templates) => Review(templates, ("\"replicas\":1", "\"replicas\":2"));

    /// <summary>The user's image is another: a roll-out.</summary>
    public static byte[] OfRollOut(TemplateSet templates) => Review(templates, (Image, "helloworld:0.0.2"));

    private static byte[] Review(TemplateSet templates, (string Old, string New) change)
    {
        string before = Injected(templates);
        string after = before.Replace(change.Old, change.New, StringComparison.Ordinal);
        return before == after ? throw new InvalidOperationException($"the sample says nothing of {change.Old}") : Encoding.UTF8.GetBytes(
            $$$"""{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"1","kind":{"group":"apps","version":"v1","kind":"Deployment"},"name":"web","namespace":"default","operation":"UPDATE","object":{{{after}}},"oldObject":{{{before}}}}}""");
    }

    private static string Injected(TemplateSet templates)
    {
        byte[] sample = File.ReadAllBytes(Repository.PathOf("deploy", "samples", "helloworld.yaml"));
        AdmissionRequest request = ManifestObjects.In(YamlReader.ReadSingle(sample).Root).Single().Request;
        InjectionDecision.Changed changed = (InjectionDecision.Changed)new Injector(InjectionOptions.Default).Decide(request, templates);
        return changed.Patch.Apply(request.Object).Freeze().ToString();
    }
}
