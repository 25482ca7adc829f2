using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>Puts parts of an expression together, and writes what choices begin with alike only once: <c>abc|abd</c> is <c>ab[cd]</c>.</summary>
internal static class Factoring
{
    /// <summary>Choices with a common beginning inside one another make a level each; an expression may not have more.</summary>
    private const int MostLevels = 1000;

    /// <summary>One node of several, into which those of its own kind are dissolved.</summary>
    public static SyntaxNode Join(List<SyntaxNode> parts, SyntaxKind kind, string text) => Join(parts, kind, text, 0);

    /// <summary>One character of any of some nodes, each of which is one character.</summary>
    public static SyntaxNode Merge(params ReadOnlySpan<SyntaxNode> characters)
    {
        if (AreSame(characters))
        {
            return characters[0];
        }

        CodePointSetBuilder set = new();
        foreach (SyntaxNode one in characters)
        {
            AddCharacters(set, one);
        }

        return new(SyntaxKind.Set) { Set = set.Build() };
    }

    private static bool AreSame(ReadOnlySpan<SyntaxNode> characters)
    {
        foreach (SyntaxNode one in characters)
        {
            if (!characters[0].IsSame(one))
            {
                return false;
            }
        }

        return true;
    }

    private static SyntaxNode Join(List<SyntaxNode> parts, SyntaxKind kind, string text, int level)
    {
        if (level > MostLevels || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new PatternException(PatternErrorKind.TooDeep, text);
        }

        if (parts.Count == 1)
        {
            return parts[0];
        }

        List<SyntaxNode> children = [];
        foreach (SyntaxNode part in parts)
        {
            children.AddRange(part.Kind == kind ? part.Children : [part]);
        }

        if (kind == SyntaxKind.Alternation)
        {
            children = WithoutRepeatedEmpties(MergeCharacters(FactorFirsts(FactorLiterals(children, text, level), text, level)));
        }

        return children.Count == 1 ? children[0] : SyntaxNode.Of(kind, children);
    }

    private static List<SyntaxNode> FactorLiterals(List<SyntaxNode> choices, string text, int level)
    {
        List<SyntaxNode> factored = [];
        for (int start = 0; start < choices.Count;)
        {
            (List<int> literal, bool folds) = Leading.Literal(choices[start]);
            int common = literal.Count;
            int end = start + 1;
            for (; end < choices.Count && Leading.Literal(choices[end]) is var next && next.FoldsCase == folds; end++)
            {
                int same = CollectionsMarshal.AsSpan(literal)[..common].CommonPrefixLength(CollectionsMarshal.AsSpan(next.Literal));
                if (same == 0)
                {
                    break;
                }

                common = same;
            }

            if (end == start + 1)
            {
                factored.Add(choices[start]);
            }
            else
            {
                SyntaxNode prefix = SyntaxNode.OfLiteral(literal[..common], folds);
                List<SyntaxNode> rests = [.. choices[start..end].Select(choice => Leading.WithoutLiteral(choice, common))];
                factored.Add(SyntaxNode.Of(SyntaxKind.Concatenation, [prefix, Join(rests, SyntaxKind.Alternation, text, level + 1)]));
            }

            start = end;
        }

        return factored;
    }

    /// <summary>Only what is one character or a fixed number of them: others could be left on different ways.</summary>
    private static List<SyntaxNode> FactorFirsts(List<SyntaxNode> choices, string text, int level)
    {
        List<SyntaxNode> factored = [];
        for (int start = 0; start < choices.Count;)
        {
            int end = start + 1;
            if (Leading.Part(choices[start]) is not { } first || !Leading.IsFixed(first))
            {
                factored.Add(choices[start]);
                start = end;
                continue;
            }

            while (end < choices.Count && Leading.Part(choices[end]) is { } next && first.IsSame(next))
            {
                end++;
            }

            if (end == start + 1)
            {
                factored.Add(choices[start]);
            }
            else
            {
                List<SyntaxNode> rests = [.. choices[start..end].Select(Leading.WithoutPart)];
                factored.Add(SyntaxNode.Of(SyntaxKind.Concatenation, [first, Join(rests, SyntaxKind.Alternation, text, level + 1)]));
            }

            start = end;
        }

        return factored;
    }

    private static List<SyntaxNode> MergeCharacters(List<SyntaxNode> choices)
    {
        List<SyntaxNode> merged = [];
        for (int start = 0; start < choices.Count;)
        {
            int end = start + 1;
            while (choices[start].IsOneCharacter && end < choices.Count && choices[end].IsOneCharacter)
            {
                end++;
            }

            merged.Add(end == start + 1 ? choices[start] : Merge(CollectionsMarshal.AsSpan(choices)[start..end]));
            start = end;
        }

        return merged;
    }

    private static List<SyntaxNode> WithoutRepeatedEmpties(List<SyntaxNode> choices) =>
        [.. choices.Where((choice, i) => choice.Kind != SyntaxKind.Empty || i + 1 == choices.Count || choices[i + 1].Kind != SyntaxKind.Empty)];

    private static void AddCharacters(CodePointSetBuilder set, SyntaxNode node)
    {
        set.Add(node.Set);
        foreach (int character in node.Literal)
        {
            set.Add(character, character);
            if (node.FoldsCase)
            {
                CaseFolds.AddFolds(set, character, character);
            }
        }
    }
}
