namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>What choices begin with, and what is left of them without it.</summary>
internal static class Leading
{
    /// <summary>The characters that a choice begins with; none where it begins with something else.</summary>
    public static (List<int> Literal, bool FoldsCase) Literal(SyntaxNode choice)
    {
        SyntaxNode first = choice.Kind == SyntaxKind.Concatenation ? choice.Children[0] : choice;
        return first.Kind == SyntaxKind.Literal ? (first.Literal, first.FoldsCase) : ([], false);
    }

    public static SyntaxNode WithoutLiteral(SyntaxNode choice, int length)
    {
        if (choice.Kind == SyntaxKind.Concatenation)
        {
            SyntaxNode rest = WithoutLiteral(choice.Children[0], length);
            return rest.Kind == SyntaxKind.Empty ? WithoutPart(choice) : SyntaxNode.Of(SyntaxKind.Concatenation, [rest, .. choice.Children[1..]]);
        }

        return length == choice.Literal.Count ? new(SyntaxKind.Empty) : SyntaxNode.OfLiteral(choice.Literal[length..], choice.FoldsCase);
    }

    /// <summary>The first part of a choice; <c>null</c> for one that begins with nothing.</summary>
    public static SyntaxNode? Part(SyntaxNode choice)
    {
        SyntaxNode first = choice.Kind == SyntaxKind.Concatenation ? choice.Children[0] : choice;
        return first.Kind == SyntaxKind.Empty ? null : first;
    }

    public static SyntaxNode WithoutPart(SyntaxNode choice) =>
        choice.Kind != SyntaxKind.Concatenation ? new(SyntaxKind.Empty)
        : choice.Children is [_, var only] ? only
        : SyntaxNode.Of(SyntaxKind.Concatenation, choice.Children[1..]);

    /// <summary>Whether a part is one character, or a fixed number of one.</summary>
    public static bool IsFixed(SyntaxNode part) =>
        part.IsOneCharacter || (part.Kind == SyntaxKind.Repeat && part.Least == part.Most && part.Children[0].IsOneCharacter);
}
