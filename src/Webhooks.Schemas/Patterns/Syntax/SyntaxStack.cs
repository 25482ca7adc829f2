using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>What the reader of an expression has read and not yet put together.</summary>
/// <remarks>
/// Holds expressions to the limits of Go's <c>regexp/syntax</c>, where it does: at each node that is pushed. Groups without a
/// number and concatenations in one another make no level.
/// </remarks>
internal sealed class SyntaxStack(string text)
{
    private const int MostLevels = 1000;
    private const long MostInstructions = (128 << 20) / 40;
    private const long MostBounds = (128 << 20) / 4;

    private readonly List<SyntaxNode> _nodes = [];
    private long _bounds;

    public int Count => _nodes.Count;

    public SyntaxNode Top => _nodes[^1];

    /// <summary>Whether there is an expression on top that can be repeated.</summary>
    public bool CanRepeat => Count > 0 && !IsMark(Top);

    public void Push(SyntaxNode node)
    {
        _bounds += node.Kind == SyntaxKind.Literal ? node.Literal.Count : node.Set.Bounds.Length;
        if (_bounds > MostBounds)
        {
            throw new PatternException(PatternErrorKind.TooLarge, text);
        }

        if (Simplest(node) is { Kind: SyntaxKind.Literal } literal && node.Kind == SyntaxKind.Set)
        {
            if (!MergeLiterals(literal))
            {
                Add(literal);
            }
        }
        else
        {
            MergeLiterals(null);
            Add(node);
        }
    }

    public void PushLiteral(int character, bool foldsCase)
    {
        SyntaxNode literal = SyntaxNode.OfLiteral([foldsCase ? CaseFolds.Least(character) : character], foldsCase);
        MergeLiterals(null);
        _bounds++;
        Add(literal);
    }

    public SyntaxNode Pop()
    {
        SyntaxNode top = Top;
        _nodes.RemoveAt(Count - 1);
        return top;
    }

    /// <summary>Puts a repeat in the place of what it repeats.</summary>
    public void Repeat(SyntaxNode repeat)
    {
        Pop();
        Add(repeat);
    }

    /// <summary>At a bar: what stands since the last one is one choice.</summary>
    public void Bar()
    {
        Concatenate();
        if (!SwapBar())
        {
            Push(new(SyntaxKind.Bar));
        }
    }

    /// <summary>At the end of a group, or of all: puts together what stands since it opened.</summary>
    public void Close()
    {
        Concatenate();
        if (SwapBar())
        {
            Pop();
        }

        Push(Factoring.Join(TakeSinceMark(), SyntaxKind.Alternation, text));
    }

    private void Concatenate()
    {
        MergeLiterals(null);
        List<SyntaxNode> parts = TakeSinceMark();
        Push(parts.Count == 0 ? new(SyntaxKind.Empty) : Factoring.Join(parts, SyntaxKind.Concatenation, text));
    }

    private List<SyntaxNode> TakeSinceMark()
    {
        int first = Count;
        while (first > 0 && !IsMark(_nodes[first - 1]))
        {
            first--;
        }

        List<SyntaxNode> taken = _nodes[first..];
        _nodes.RemoveRange(first, taken.Count);
        return taken;
    }

    /// <summary>Lifts a bar over the choice on top of it, which becomes one of those below, merged with the last where both are one character.</summary>
    private bool SwapBar()
    {
        if (Count < 2 || _nodes[^2].Kind != SyntaxKind.Bar)
        {
            return false;
        }

        if (Count >= 3 && Top.IsOneCharacter && _nodes[^3].IsOneCharacter)
        {
            _nodes[^3] = Factoring.Merge(_nodes[^3], Pop());
        }
        else
        {
            (_nodes[^2], _nodes[^1]) = (_nodes[^1], _nodes[^2]);
        }

        return true;
    }

    /// <summary>Makes one of two literals on top, as the last of them is no longer to be repeated; then puts another on top.</summary>
    private bool MergeLiterals(SyntaxNode? next)
    {
        if (Count < 2 || Top.Kind != SyntaxKind.Literal || _nodes[^2].Kind != SyntaxKind.Literal || Top.FoldsCase != _nodes[^2].FoldsCase)
        {
            return false;
        }

        _nodes[^2].Literal.AddRange(Top.Literal);
        _nodes[^2].Measure();
        Pop();
        if (next != null)
        {
            _nodes.Add(next);
        }

        return next != null;
    }

    /// <summary>A literal in the place of a set of one character, or of the two cases of one.</summary>
    private static SyntaxNode Simplest(SyntaxNode node) =>
        node.Set.Single is { } single ? SyntaxNode.OfLiteral([single], foldsCase: false)
        : node.Set.Bounds is [var first, ..] && CaseFolds.OrbitOf(first) is [_, _] orbit && IsPair(node.Set, orbit) ? SyntaxNode.OfLiteral([first], foldsCase: true)
        : node;

    private static bool IsPair(CodePointSet set, ReadOnlySpan<int> pair) =>
        set.Bounds is [var first, var last] ? first == pair[0] && last == pair[1] && last == first + 1
        : set.Bounds is [var one, var same, var other, var again] && one == same && other == again && one == pair[0] && other == pair[1];

    private static bool IsMark(SyntaxNode node) => node.Kind is SyntaxKind.OpenGroup or SyntaxKind.Bar;

    private void Add(SyntaxNode node)
    {
        if (node.Size > MostInstructions)
        {
            throw new PatternException(PatternErrorKind.TooLarge, text);
        }

        if (node.Height > MostLevels)
        {
            throw new PatternException(PatternErrorKind.TooDeep, text);
        }

        _nodes.Add(node);
    }
}
