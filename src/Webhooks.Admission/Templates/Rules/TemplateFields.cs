using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A template as the rules look at it.</summary>
internal sealed class TemplateFields
{
    private static readonly string[] Lists = ["initContainers", "containers"];
    private readonly HashSet<string> _workloadVolumes;

    public TemplateFields(JsonValue root, InjectionBlock injection, string annotationPrefix)
    {
        Root = Field.Root(root);
        Injection = injection;
        AnnotationPrefix = annotationPrefix;
        _workloadVolumes = [.. injection.WorkloadVolumes];
        ContainerField[] all = [.. Lists.SelectMany(list => Root[list].Items().Select(item => new ContainerField(item, IsInit: list == Lists[0])))];
        Containers = [.. all.Where(container => !container.IsEvery)];
        EveryContainer = [.. all.Where(container => container.IsEvery)];
        foreach (Field volume in Root["volumes"].Items())
        {
            Volumes.TryAdd(volume["name"].Text, volume);
        }

        Volumes.Remove("");
    }

    public Field Root { get; }

    /// <summary>Its injection block, as it was read.</summary>
    public InjectionBlock Injection { get; }

    public string AnnotationPrefix { get; }

    /// <summary>All containers that it brings, in the order in which they start.</summary>
    public IReadOnlyList<ContainerField> Containers { get; }

    /// <summary>Those named <c>*</c>, which stand for the containers of others.</summary>
    public IReadOnlyList<ContainerField> EveryContainer { get; }

    /// <summary>All that has variables and mounts.</summary>
    public IEnumerable<Field> Environments => Containers.Concat(EveryContainer).Select(container => container.Field);

    /// <summary>The volumes that it brings, by name.</summary>
    public Dictionary<string, Field> Volumes { get; } = new(StringComparer.Ordinal);

    /// <summary>True for a volume that a pod with the template has: one of its own, or one that the workload must have.</summary>
    public bool HasVolume(string name) => Volumes.ContainsKey(name) || _workloadVolumes.Contains(name);
}
