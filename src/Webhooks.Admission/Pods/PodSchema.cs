using Webhooks.Resources.Embedded;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Admission.Pods;

/// <summary>
/// The schemas of a PodTemplateSpec as kube-apiserver 1.36 publishes them, without those that it has no need of and
/// without descriptions: a resource of this assembly.
/// </summary>
internal static class PodSchema
{
    public const string Resource = "podtemplatespec-1.36.json";

    public static SchemaSet Read()
    {
        using JsonTree tree = EmbeddedJson.Read(typeof(PodSchema).Assembly, Resource);
        return SchemaReader.ReadPublished(tree.Root);
    }
}
