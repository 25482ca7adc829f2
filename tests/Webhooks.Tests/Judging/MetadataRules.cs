using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Labels and annotations are well-formed, and none marks the pod as what it is not.</summary>
internal static class MetadataRules
{
    private const int MostBytes = 256 * 1024;

    public static void Judge(JudgedPod pod)
    {
        foreach (JsonProperty label in pod.Metadata.Map("labels"))
        {
            pod.Forbid(!Syntax.IsQualifiedName(label.Name) || !Syntax.IsLabelValue(label.Value.AsText()), $"label {label.Name}");
        }

        foreach (JsonProperty annotation in pod.Metadata.Map("annotations"))
        {
            pod.Forbid(!Syntax.IsQualifiedName(annotation.Name.ToLowerInvariant()), $"annotation {annotation.Name}");
            pod.Forbid(annotation.Name == "kubernetes.io/config.mirror", "mirror pod");
        }

        pod.Forbid(pod.Metadata.Map("annotations").Sum(annotation => annotation.Name.Length + annotation.Value.AsText().Length) > MostBytes, "annotations are too long");
    }
}
