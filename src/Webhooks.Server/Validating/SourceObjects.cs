using Webhooks.Admission.Manifests;
using Webhooks.Resources.Json;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Validating;

/// <summary>Reads the objects of files: one of each document, or the items of its List.</summary>
internal static class SourceObjects
{
    /// <summary>The objects in their order.</summary>
    /// <param name="names">Files, folders, or <c>-</c>.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="problems">Where it is noted what can't be read.</param>
    /// <exception cref="CommandException">A file can't be read at all.</exception>
    public static IEnumerable<SourceObject> Read(IEnumerable<string> names, Stream input, List<string> problems)
    {
        foreach (SourceFile file in SourceFiles.Read(names, input).DistinctBy(file => Path.GetFullPath(file.Name)))
        {
            IEnumerable<SourceDocument> documents = SourceDocument.Split(file, problems, IsJson(file)).Where(document => document.Content is { Root.Kind: JsonKind.Object });
            foreach ((int index, SourceDocument document) in documents.Index())
            {
                IReadOnlyList<ManifestObject> objects = ManifestObjects.In(document.Content!.Root);
                if (objects.Count == 0 && document.Content.Root["items"u8].Kind != JsonKind.Array)
                {
                    problems.Add(document.At(document.Content.Root, "not a Kubernetes object: apiVersion and kind are missing, or are no texts"));
                }

                foreach (ManifestObject one in objects)
                {
                    yield return new SourceObject(document, index + 1, one);
                }
            }
        }
    }
    private static bool IsJson(SourceFile file) => file.Name.EndsWith(".json", StringComparison.Ordinal);
}
