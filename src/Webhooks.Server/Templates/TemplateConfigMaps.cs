using Webhooks.Admission.Templates;
using Webhooks.Client.Objects;

namespace Webhooks.Server.Templates;

/// <summary>ConfigMaps as templates: what is cached of them, and what they say. Each version is read once.</summary>
/// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
/// <remarks>For one caller at a time.</remarks>
internal sealed class TemplateConfigMaps(string annotationPrefix)
{
    private const string Key = "config";

    private Dictionary<string, (ConfigMap Item, LoadedTemplates Reading)> _read = new(StringComparer.Ordinal);

    /// <summary>What is worth keeping of a ConfigMap; <c>null</c> for one that holds no template.</summary>
    /// <remarks>Of its data the config; of one without, the name of its only key, which is told to who has to rename it.</remarks>
    public static ConfigMap? Kept(ConfigMap item)
    {
        ObjectMeta from = item.Metadata;
        return TemplateLoader.NameIn(from.Name) == null
            ? null
            : new ConfigMap
            {
                Metadata = new ObjectMeta { Name = from.Name, Namespace = from.Namespace, Uid = from.Uid, ResourceVersion = from.ResourceVersion },
                Data = item.Data.TryGetValue(Key, out string? config) ? StringMap.Of([new(Key, config)])
                    : item.Data.Count == 1 ? StringMap.Of([new(item.Data.Keys.First(), "")])
                    : StringMap.Empty,
            };
    }

    /// <summary>What they say together.</summary>
    /// <param name="items">As they are kept: one namespace, no name twice.</param>
    public LoadedTemplates Read(IReadOnlyCollection<ConfigMap> items)
    {
        Dictionary<string, (ConfigMap Item, LoadedTemplates Reading)> now = new(items.Count, StringComparer.Ordinal);
        foreach (ConfigMap item in items)
        {
            now[item.Metadata.Name] = _read.TryGetValue(item.Metadata.Name, out (ConfigMap Item, LoadedTemplates Reading) known) && ReferenceEquals(known.Item, item)
                ? known
                : (item, Read(item));
        }

        _read = now;
        return LoadedTemplates.Joined([.. now.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value.Reading)]);
    }

    private LoadedTemplates Read(ConfigMap item)
    {
        bool isThere = item.Data.TryGetValue(Key, out string? config);
        return new TemplateConfigMap(item.Metadata.Name, config, isThere ? null : item.Data.Keys.FirstOrDefault()).Read(annotationPrefix);
    }
}
