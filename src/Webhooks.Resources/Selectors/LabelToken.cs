using System.Buffers;

namespace Webhooks.Resources.Selectors;

/// <summary>A word or sign of a label selector's text.</summary>
internal readonly record struct LabelToken(LabelTokenKind Kind, string Text)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("=!(),>< \t\r\n");

    /// <summary>Every token of <paramref name="selector"/>, with an end behind the last; a NUL ends the text, as in Go.</summary>
    public static List<LabelToken> Split(string selector)
    {
        List<LabelToken> tokens = [];
        ReadOnlySpan<char> rest = selector.AsSpan();
        rest = rest.IndexOf('\0') is var end and >= 0 ? rest[..end] : rest;
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n");
            if (rest.IsEmpty)
            {
                tokens.Add(new LabelToken(LabelTokenKind.End, ""));
                return tokens;
            }

            LabelToken token = Next(rest);
            tokens.Add(token);
            rest = rest[token.Text.Length..];
        }
    }

    private static LabelToken Next(ReadOnlySpan<char> text) => text switch
    {
        ['=', '=', ..] => new(LabelTokenKind.Operator, "=="),
        ['!', '=', ..] => new(LabelTokenKind.Operator, "!="),
        ['=', ..] => new(LabelTokenKind.Operator, "="),
        ['>', ..] => new(LabelTokenKind.Operator, ">"),
        ['<', ..] => new(LabelTokenKind.Operator, "<"),
        ['!', ..] => new(LabelTokenKind.Not, "!"),
        [',', ..] => new(LabelTokenKind.Comma, ","),
        ['(', ..] => new(LabelTokenKind.Open, "("),
        [')', ..] => new(LabelTokenKind.Close, ")"),
        _ => new(LabelTokenKind.Word, (text.IndexOfAny(Ends) is var end and >= 0 ? text[..end] : text).ToString()),
    };
}
