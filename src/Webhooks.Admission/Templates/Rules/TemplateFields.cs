using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A template as the rules look at it.</summary>
internal sealed class TemplateFields
{
    public TemplateFields(JsonValue root, string annotationPrefix)
    {
        Root = Field.Root(root);
        AnnotationPrefix = annotationPrefix;
        Containers =
        [
            .. Root["initContainers"].Items().Select(container => new ContainerField(container, IsInit: true)),
            .. Root["containers"].Items().Select(container => new ContainerField(container, IsInit: false)),
        ];
        foreach (Field volume in Root["volumes"].Items())
        {
            Volumes.TryAdd(volume["name"].Text, volume);
        }

        Volumes.Remove("");
    }

    public Field Root { get; }

    public string AnnotationPrefix { get; }

    /// <summary>All containers, in the order in which they start.</summary>
    public IReadOnlyList<ContainerField> Containers { get; }

    /// <summary>The volumes by name.</summary>
    public Dictionary<string, Field> Volumes { get; } = new(StringComparer.Ordinal);
}
