namespace Webhooks.Admission.Templates.Rules;

/// <summary>A container of a template, of either list.</summary>
/// <param name="Field">The container.</param>
/// <param name="IsInit">Whether it stands in <c>initContainers</c>.</param>
internal readonly record struct ContainerField(Field Field, bool IsInit)
{
    /// <summary>The name that stands for all containers that no template brings.</summary>
    public const string Every = "*";

    /// <summary>Stands for the containers of others, to which it adds.</summary>
    public bool IsEvery => Field["name"].Text == Every;

    /// <summary>A native sidecar: it runs beside the containers that start after it.</summary>
    public bool IsSidecar => IsInit && Field["restartPolicy"].Text == "Always";

    /// <summary>Runs alone and ends: no probes, no hooks.</summary>
    public bool IsPlainInit => IsInit && !IsSidecar;
}
