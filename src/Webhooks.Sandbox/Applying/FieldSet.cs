namespace Webhooks.Sandbox.Applying;

/// <summary>A set of fields of an object. A field that has fields is in it, or only those are.</summary>
/// <remarks>
/// Not thread safe while it is filled; then immutable. All operations are linear; recursion goes as deep as the fields,
/// which <see cref="MostDepth"/> bounds. No node is empty.
/// </remarks>
internal sealed partial class FieldSet
{
    /// <summary>Fields inside one another that are told apart; what is deeper counts as one.</summary>
    public const int MostDepth = 256;

    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);

    /// <summary>Whether no field is in it.</summary>
    public bool IsEmpty => _nodes.Count == 0;

    /// <summary>The elements of fields, or of fields with fields, in order, each with whether it is in the set and what below it is.</summary>
    public IEnumerable<(string Element, bool IsIn, FieldSet? Below)> InOrder() =>
        _nodes.OrderBy(node => node.Key, Comparer<string>.Create(FieldElement.Compare)).Select(node => (node.Key, node.Value.IsIn, node.Value.Below));

    /// <summary>Puts a field in; the object as a whole is none.</summary>
    public void Insert(FieldPath? path)
    {
        if (path != null)
        {
            FieldSet holder = path.Parent == null ? this : Descend(path.Parent);
            holder._nodes[path.Element] = holder._nodes.GetValueOrDefault(path.Element) with { IsIn = true };
        }
    }

    /// <summary>Whether that field of the object is in it.</summary>
    public bool Has(string element) => _nodes.GetValueOrDefault(element).IsIn;

    /// <summary>Whether that field is in it.</summary>
    public bool Has(FieldPath path)
    {
        FieldSet? holder = this;
        foreach (string element in path.Elements().SkipLast(1))
        {
            holder = holder?.Below(element);
        }

        return holder?.Has(path.Element) == true;
    }

    /// <summary>The fields below that one; <c>null</c> for none.</summary>
    public FieldSet? Below(string element) => _nodes.GetValueOrDefault(element).Below;

    /// <summary>The fields in order: those of an object before those below them.</summary>
    public IEnumerable<FieldPath> Paths(FieldPath? parent = null)
    {
        (string Element, bool IsIn, FieldSet? Below)[] nodes = [.. InOrder()];
        IEnumerable<FieldPath> here = nodes.Where(node => node.IsIn).Select(node => new FieldPath(parent, node.Element));
        return here.Concat(nodes.Where(node => node.Below != null).SelectMany(node => node.Below!.Paths(new FieldPath(parent, node.Element))));
    }

    /// <summary>The fields of either.</summary>
    public FieldSet Union(FieldSet other) => other.IsEmpty ? this : IsEmpty ? other : Combine(this, other, (ours, theirs) => new Node(
        ours.IsIn || theirs.IsIn,
        ours.Below == null ? theirs.Below : theirs.Below == null ? ours.Below : ours.Below.Union(theirs.Below)));

    /// <summary>The fields of both.</summary>
    public FieldSet Intersection(FieldSet other) => Combine(this, other, (ours, theirs) => new Node(
        ours.IsIn && theirs.IsIn,
        ours.Below == null || theirs.Below == null ? null : ours.Below.Intersection(theirs.Below)));

    /// <summary>The fields that <paramref name="other"/> lacks; a field's going leaves those below it.</summary>
    public FieldSet Except(FieldSet other) => other.IsEmpty ? this : Combine(this, other, (ours, theirs) => new Node(
        ours.IsIn && !theirs.IsIn,
        ours.Below == null || theirs.Below == null ? ours.Below : ours.Below.Except(theirs.Below)));

    /// <summary>The fields that are neither in <paramref name="other"/> nor below one that is.</summary>
    public FieldSet ExceptBelow(FieldSet other) => other.IsEmpty ? this : Combine(this, other, (ours, theirs) => theirs.IsIn ? default : new Node(
        ours.IsIn,
        ours.Below == null || theirs.Below == null ? ours.Below : ours.Below.ExceptBelow(theirs.Below)));

    /// <summary>These fields and, of those with fields, the ones that their type declares.</summary>
    public FieldSet WithDeclared(FieldType? type)
    {
        FieldSet result = new();
        foreach ((string element, Node node) in _nodes)
        {
            bool isMember = element[0] == 'f' && type is { HasMap: true };
            string name = element[2..];
            FieldType? below = isMember ? type!.Member(name) : element[0] == 'k' && type is { HasList: true } ? type.Item : null;
            bool isDeclared = node.Below != null && isMember && type!.Declares(name);
            result.Add(element, new Node(node.IsIn || isDeclared, node.Below?.WithDeclared(below)));
        }

        return result;
    }

    private static FieldSet Combine(FieldSet left, FieldSet right, Func<Node, Node, Node> one)
    {
        FieldSet result = new();
        foreach ((string element, Node node) in left._nodes)
        {
            result.Add(element, one(node, right._nodes.GetValueOrDefault(element)));
        }

        foreach ((string element, Node node) in right._nodes)
        {
            if (!left._nodes.ContainsKey(element))
            {
                result.Add(element, one(default, node));
            }
        }

        return result;
    }

    private void Add(string element, Node node)
    {
        FieldSet? below = node.Below is { IsEmpty: false } some ? some : null;
        if (node.IsIn || below != null)
        {
            _nodes[element] = new Node(node.IsIn, below);
        }
    }

    private FieldSet Descend(FieldPath path)
    {
        FieldSet holder = path.Parent == null ? this : Descend(path.Parent);
        Node node = holder._nodes.GetValueOrDefault(path.Element);
        FieldSet below = node.Below ?? new FieldSet();
        holder._nodes[path.Element] = node with { Below = below };
        return below;
    }

    private readonly record struct Node(bool IsIn, FieldSet? Below);
}
