using Webhooks.Admission.Injection;

namespace Webhooks.Server.Injecting;

/// <summary>What the offline commands of injection are asked to do.</summary>
/// <param name="Files">Files, folders, or <c>-</c>.</param>
/// <param name="Templates">The folder of templates; <c>null</c>: there are none.</param>
/// <param name="Old">The file with the objects as they are; <c>null</c>: all are created.</param>
/// <param name="NamespaceLabels">The labels of the objects' namespace.</param>
/// <param name="Options">The settings of injection.</param>
internal sealed record InjectSettings(
    IReadOnlyList<string> Files,
    string? Templates,
    string? Old,
    IReadOnlyDictionary<string, string> NamespaceLabels,
    InjectionOptions Options)
{
    /// <summary>Whether the namespace is labelled so that its Pods get the default templates.</summary>
    public bool NamespaceOptsIn => NamespaceLabels.GetValueOrDefault(Options.Annotations.Injection) == "enabled";
}
