using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>What a reading of files came across beside the templates themselves: for who asks about places, not for who serves.</summary>
internal sealed class LoadTrace
{
    /// <summary>All documents that could be read, in their order.</summary>
    public List<(TemplateFile File, YamlDocument Document)> Documents { get; } = [];

    /// <summary>The names of the templates that stand in them, broken ones included.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The valid templates as they were written, by name.</summary>
    public List<TemplateText> Valid { get; } = [];
}
