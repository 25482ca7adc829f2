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

    private readonly FieldNodes _nodes = new();

    /// <summary>Whether no field is in it.</summary>
    public bool IsEmpty => _nodes.Count == 0;

    /// <summary>The fields, and those that have fields, in order.</summary>
    public IReadOnlyList<(string Element, FieldNode Node)> InOrder() => FieldElementOrder.Sort(_nodes.All);

    /// <summary>Puts a field in; the object as a whole is none.</summary>
    public void Insert(FieldPath? path)
    {
        if (path != null)
        {
            Descend(path.Parent).Insert(path.Element);
        }
    }

    /// <summary>Puts a field of the object in.</summary>
    public void Insert(string element) => _nodes[element] = _nodes[element] with { IsIn = true };

    /// <summary>The fields below that one, to be filled: one of them at least is to be put in.</summary>
    public FieldSet Enter(string element)
    {
        FieldNode node = _nodes[element];
        FieldSet below = node.Below ?? new FieldSet();
        if (node.Below == null)
        {
            _nodes[element] = node with { Below = below };
        }

        return below;
    }

    /// <summary>Whether that field of the object is in it.</summary>
    public bool Has(string element) => _nodes[element].IsIn;

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
    public FieldSet? Below(string element) => _nodes[element].Below;

    /// <summary>The fields in order: those of an object before those below them.</summary>
    public IEnumerable<FieldPath> Paths(FieldPath? parent = null)
    {
        IReadOnlyList<(string Element, FieldNode Node)> nodes = InOrder();
        IEnumerable<FieldPath> here = nodes.Where(one => one.Node.IsIn).Select(one => new FieldPath(parent, one.Element));
        return here.Concat(nodes.Where(one => one.Node.Below != null).SelectMany(one => one.Node.Below!.Paths(new FieldPath(parent, one.Element))));
    }

    /// <summary>The fields of either.</summary>
    public FieldSet Union(FieldSet other) => other.IsEmpty ? this : IsEmpty ? other : Combine(this, other, (ours, theirs) => new FieldNode(
        ours.IsIn || theirs.IsIn,
        ours.Below == null ? theirs.Below : theirs.Below == null ? ours.Below : ours.Below.Union(theirs.Below)));

    /// <summary>The fields of both.</summary>
    public FieldSet Intersection(FieldSet other) => Combine(this, other, (ours, theirs) => new FieldNode(
        ours.IsIn && theirs.IsIn,
        ours.Below == null || theirs.Below == null ? null : ours.Below.Intersection(theirs.Below)));

    /// <summary>The fields that <paramref name="other"/> lacks; a field's going leaves those below it.</summary>
    public FieldSet Except(FieldSet other) => other.IsEmpty ? this : Combine(this, other, (ours, theirs) => new FieldNode(
        ours.IsIn && !theirs.IsIn,
        ours.Below == null || theirs.Below == null ? ours.Below : ours.Below.Except(theirs.Below)));

    /// <summary>The fields that are neither in <paramref name="other"/> nor below one that is.</summary>
    public FieldSet ExceptBelow(FieldSet other) => other.IsEmpty ? this : Combine(this, other, (ours, theirs) => theirs.IsIn ? default : new FieldNode(
        ours.IsIn,
        ours.Below == null || theirs.Below == null ? ours.Below : ours.Below.ExceptBelow(theirs.Below)));

    /// <summary>These fields and, of those with fields, the ones that their type declares.</summary>
    public FieldSet WithDeclared(FieldType? type)
    {
        FieldSet result = new();
        foreach ((string element, FieldNode node) in _nodes.All)
        {
            FieldMember? member = element[0] == 'f' && type is { HasMap: true } ? type.Member(element[2..]) : null;
            FieldType? below = member != null ? member.Type : element[0] == 'k' && type is { HasList: true } ? type.Item : null;
            bool isDeclared = node.Below != null && member is { IsDeclared: true };
            result.Add(element, new FieldNode(node.IsIn || isDeclared, node.Below?.WithDeclared(below)));
        }

        return result;
    }

    private static FieldSet Combine(FieldSet left, FieldSet right, Func<FieldNode, FieldNode, FieldNode> one)
    {
        FieldSet result = new();
        foreach ((string element, FieldNode node) in left._nodes.All)
        {
            result.Add(element, one(node, right._nodes[element]));
        }

        foreach ((string element, FieldNode node) in right._nodes.All)
        {
            if (!left._nodes.Has(element))
            {
                result.Add(element, one(default, node));
            }
        }

        return result;
    }

    private void Add(string element, FieldNode node)
    {
        FieldSet? below = node.Below is { IsEmpty: false } some ? some : null;
        if (node.IsIn || below != null)
        {
            _nodes[element] = new FieldNode(node.IsIn, below);
        }
    }

    private FieldSet Descend(FieldPath? path) => path == null ? this : Descend(path.Parent).Enter(path.Element);
}
