namespace Webhooks.Resources.Yaml;

/// <summary>
/// A node of a document's tape, in document order: a container is followed by what it contains, a mapping's keys
/// and values in turn. So an anchored subtree is a run of the tape, and an alias the index of its first node.
/// </summary>
internal struct YamlNode
{
    public YamlNodeKind Kind;

    /// <summary>Of a scalar.</summary>
    public YamlScalarKind ScalarKind;

    /// <summary>Of a mapping's key: whether it is <c>&lt;&lt;</c>, which merges its value.</summary>
    public bool IsMerge;

    /// <summary>Of a mapping: whether it has merge keys or names that stand twice.</summary>
    public bool NeedsMerging;

    /// <summary>The index after this node's last; of an alias, of the next node.</summary>
    public int End;

    /// <summary>Of an alias, the node that it stands for.</summary>
    public int Target;

    /// <summary>Where it stands.</summary>
    public YamlPosition Position;

    /// <summary>Of a scalar, <see cref="YamlScalar.Text"/>.</summary>
    public string? Text;

    /// <summary>Of a mapping's key, its member name.</summary>
    public string? Name;
}
