using System.Runtime.InteropServices;

namespace Webhooks.Resources.Yaml;

/// <summary>One document's nodes, aliases not expanded, and the names that stand twice.</summary>
internal sealed class YamlTape
{
    /// <summary>More are not recorded: a hostile document could have as many as it has lines.</summary>
    public const int MostDuplicates = 100;

    private readonly List<YamlNode> _nodes = [];

    public int Count => _nodes.Count;

    public List<YamlDuplicate> Duplicates { get; } = [];

    public ref YamlNode this[int index] => ref CollectionsMarshal.AsSpan(_nodes)[index];

    public int Add(in YamlNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }
}
