using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Webhooks.Schemas.Patterns.Characters;
using Webhooks.Schemas.Patterns.Syntax;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Makes programs of expressions, from their end to their start: what goes on is there before what goes on to it.</summary>
/// <remarks>Groups don't capture and no repeat is lazy: only whether there is a match is asked. Recursion ends with the 1000 levels of an expression.</remarks>
internal sealed class ProgramCompiler
{
    /// <summary>Enough for the levels of any expression, where the caller has too little left. In bytes.</summary>
    private const int StackOfDeepExpressions = 4 * 1024 * 1024;

    private readonly ImmutableArray<Instruction>.Builder _instructions = ImmutableArray.CreateBuilder<Instruction>();
    private readonly ImmutableArray<CodePointSet>.Builder _sets = ImmutableArray.CreateBuilder<CodePointSet>();
    private readonly Dictionary<CodePointSet, int> _setNumbers = [];

    private ProgramCompiler()
    {
    }

    public static PatternProgram Compile(SyntaxNode expression)
    {
        ProgramCompiler compiler = new();
        int start = compiler.Emit(expression, compiler.Add(InstructionKind.Match, 0, 0));
        return new(compiler._instructions.DrainToImmutable(), start, compiler._sets.DrainToImmutable());
    }

    /// <summary>Adds what an expression takes and then goes on to <c>next</c>; returns its first step.</summary>
    private int Emit(SyntaxNode node, int next)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return EmitNode(node, next);
        }

        int start = next;
        Thread thread = new(() => start = EmitNode(node, next), StackOfDeepExpressions);
        thread.Start();
        thread.Join();
        return start;
    }

    private int EmitNode(SyntaxNode node, int next) => node.Kind switch
    {
        SyntaxKind.Literal => EmitLiteral(node, next),
        SyntaxKind.Set => AddSet(node.Set, next),
        SyntaxKind.Boundary => Add(InstructionKind.Boundary, next, (int)node.Boundary),
        SyntaxKind.Capture => Emit(node.Children[0], next),
        SyntaxKind.Concatenation => EmitAll(node.Children, next),
        SyntaxKind.Alternation => EmitChoices(node.Children, next),
        SyntaxKind.Star => EmitLoop(node.Children[0], next).Split,
        SyntaxKind.Plus => EmitLoop(node.Children[0], next).Body,
        SyntaxKind.Quest => Add(InstructionKind.Split, Emit(node.Children[0], next), next),
        SyntaxKind.Repeat => EmitRepeat(node, next),
        _ => next,
    };

    private int EmitLiteral(SyntaxNode node, int next)
    {
        for (int i = node.Literal.Count - 1; i >= 0; i--)
        {
            int character = node.Literal[i];
            next = node.FoldsCase && CaseFolds.OrbitOf(character).Length > 0
                ? AddSet(CaseFolds.Close(new(character, character)), next)
                : Add(InstructionKind.Character, next, character);
        }

        return next;
    }

    private int EmitAll(List<SyntaxNode> parts, int next)
    {
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            next = Emit(parts[i], next);
        }

        return next;
    }

    private int EmitChoices(List<SyntaxNode> choices, int next)
    {
        int start = Emit(choices[^1], next);
        for (int i = choices.Count - 2; i >= 0; i--)
        {
            start = Add(InstructionKind.Split, Emit(choices[i], next), start);
        }

        return start;
    }

    private (int Split, int Body) EmitLoop(SyntaxNode inside, int next)
    {
        int split = Add(InstructionKind.Split, next, next);
        int body = Emit(inside, split);
        _instructions[split] = new(InstructionKind.Split, body, next);
        return (split, body);
    }

    /// <summary><c>x{2,}</c> is <c>xx+</c>, <c>x{2,5}</c> is <c>xx(x(x(x)?)?)?</c>.</summary>
    private int EmitRepeat(SyntaxNode node, int next)
    {
        SyntaxNode inside = node.Children[0];
        int start = next;
        int copies = node.Least;
        if (node.Most < 0)
        {
            (int split, int body) = EmitLoop(inside, next);
            (start, copies) = copies == 0 ? (split, 0) : (body, copies - 1);
        }

        for (int more = node.Most - node.Least; more > 0; more--)
        {
            start = Add(InstructionKind.Split, Emit(inside, start), next);
        }

        for (; copies > 0; copies--)
        {
            start = Emit(inside, start);
        }

        return start;
    }

    private int AddSet(CodePointSet set, int next)
    {
        if (set.Single is { } single)
        {
            return Add(InstructionKind.Character, next, single);
        }

        if (!_setNumbers.TryGetValue(set, out int number))
        {
            _setNumbers[set] = number = _sets.Count;
            _sets.Add(set);
        }

        return Add(InstructionKind.Set, next, number);
    }

    private int Add(InstructionKind kind, int next, int argument)
    {
        _instructions.Add(new(kind, next, argument));
        return _instructions.Count - 1;
    }
}
