using System.Diagnostics;
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
        using Stream stream = typeof(PodSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new UnreachableException($"{Resource} is built into the assembly");
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        using JsonTree tree = JsonTree.Parse(text);
        return SchemaReader.ReadPublished(tree.Root);
    }
}
