namespace Webhooks.Schemas.Patterns;

/// <summary>Why a text is no regular expression, in the words of Go's <c>regexp.Compile</c>.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Expression">The part of the text that is.</param>
internal sealed record PatternError(PatternErrorKind Kind, string Expression)
{
    /// <summary>As Go says it: <c>error parsing regexp: missing closing ]: `[a`</c>.</summary>
    public string Message => $"error parsing regexp: {Words}: `{Expression}`";

    private string Words => Kind switch
    {
        PatternErrorKind.ClassRange => "invalid character class range",
        PatternErrorKind.Escape => "invalid escape sequence",
        PatternErrorKind.GroupName => "invalid named capture",
        PatternErrorKind.PerlSyntax => "invalid or unsupported Perl syntax",
        PatternErrorKind.RepeatedRepeat => "invalid nested repetition operator",
        PatternErrorKind.RepeatCount => "invalid repeat count",
        PatternErrorKind.MissingBracket => "missing closing ]",
        PatternErrorKind.MissingParenthesis => "missing closing )",
        PatternErrorKind.NothingToRepeat => "missing argument to repetition operator",
        PatternErrorKind.TrailingBackslash => "trailing backslash at end of expression",
        PatternErrorKind.UnexpectedParenthesis => "unexpected )",
        PatternErrorKind.TooDeep => "expression nests too deeply",
        _ => "expression too large",
    };
}
