using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>A regular expression, or a part of one.</summary>
/// <remarks>The reader changes nodes while it reads; from then on they stay as they are.</remarks>
internal sealed class SyntaxNode(SyntaxKind kind)
{
    /// <summary>The product of counts from which on none is asked for.</summary>
    private const int ManyRepeats = 1_000_000;

    public SyntaxKind Kind { get; set; } = kind;

    /// <summary>Whether case doesn't count in a literal, whose characters then are the least of those that are one.</summary>
    public bool FoldsCase { get; set; }

    /// <summary>The code points of a literal.</summary>
    public List<int> Literal { get; set; } = [];

    public CodePointSet Set { get; set; } = CodePointSet.None;

    public Boundaries Boundary { get; init; }

    public List<SyntaxNode> Children { get; set; } = [];

    public int Least { get; init; }

    /// <summary>-1 for any number.</summary>
    public int Most { get; init; }

    /// <summary>Whether a repeat takes as little as it can.</summary>
    public bool IsLazy { get; init; }

    /// <summary>Whether an open group will have a number.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Of an open group: the switches in force before it.</summary>
    public SyntaxFlags FlagsBefore { get; init; }

    /// <summary>How many levels it has, itself among them.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>How many instructions it makes, counts written out; not more than a few too many.</summary>
    public long Size { get; private set; } = 1;

    /// <summary>The greatest product of counts inside one another.</summary>
    public int Repeats { get; private set; } = 1;

    /// <summary>Whether it stands for one character.</summary>
    public bool IsOneCharacter => Kind == SyntaxKind.Set || (Kind == SyntaxKind.Literal && Literal.Count == 1);

    public static SyntaxNode OfLiteral(List<int> literal, bool foldsCase) =>
        new(SyntaxKind.Literal) { Literal = literal, FoldsCase = foldsCase, Size = literal.Count };

    public static SyntaxNode Of(SyntaxKind kind, List<SyntaxNode> children)
    {
        SyntaxNode node = new(kind) { Children = children };
        node.Measure();
        return node;
    }

    /// <summary>Works out height, size and repeats from the children's, which must be worked out.</summary>
    public void Measure()
    {
        (Height, Repeats) = (1, 1);
        long size = 0;
        foreach (SyntaxNode child in Children)
        {
            Height = Math.Max(Height, 1 + child.Height);
            Repeats = Math.Max(Repeats, child.Repeats);
            size += child.Size;
        }

        Size = Math.Max(1, Kind switch
        {
            SyntaxKind.Literal => Literal.Count,
            SyntaxKind.Capture or SyntaxKind.Star => 2 + size,
            SyntaxKind.Plus or SyntaxKind.Quest => 1 + size,
            SyntaxKind.Alternation => size + Children.Count - 1,
            SyntaxKind.Repeat when Most >= 0 => (Most * size) + Most - Least,
            SyntaxKind.Repeat => Least == 0 ? 2 + size : 1 + (Least * size),
            _ => size,
        });
        if (Kind == SyntaxKind.Repeat)
        {
            Repeats = Most == 0 ? 1 : Math.Min(ManyRepeats, Repeats * Math.Max(1, Most < 0 ? Least : Most));
        }
    }

    /// <summary>Whether two nodes of one character each, or a fixed number of them, are the same.</summary>
    public bool IsSame(SyntaxNode other) =>
        Kind == other.Kind && Kind switch
        {
            SyntaxKind.Literal => FoldsCase == other.FoldsCase && Literal.SequenceEqual(other.Literal),
            SyntaxKind.Set => Set.Equals(other.Set),
            SyntaxKind.Repeat => IsLazy == other.IsLazy && Least == other.Least && Most == other.Most && Children[0].IsSame(other.Children[0]),
            _ => false,
        };
}
