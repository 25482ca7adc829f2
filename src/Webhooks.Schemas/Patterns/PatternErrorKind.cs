namespace Webhooks.Schemas.Patterns;

/// <summary>What can be wrong with a regular expression.</summary>
internal enum PatternErrorKind
{
    /// <summary><c>[z-a]</c>, or a set that nobody knows: <c>\p{Klingon}</c>.</summary>
    ClassRange,

    /// <summary><c>\8</c>, <c>\cA</c>.</summary>
    Escape,

    /// <summary><c>(?P&lt;a-b&gt;…)</c>.</summary>
    GroupName,

    /// <summary><c>(?=…)</c> and what else Perl has and RE2 has not.</summary>
    PerlSyntax,

    /// <summary><c>a**</c>.</summary>
    RepeatedRepeat,

    /// <summary><c>a{1001}</c>, also as the product of counts inside one another, or <c>a{2,1}</c>.</summary>
    RepeatCount,

    MissingBracket,

    MissingParenthesis,

    /// <summary><c>*a</c>.</summary>
    NothingToRepeat,

    TrailingBackslash,

    UnexpectedParenthesis,

    /// <summary>More than 1000 levels.</summary>
    TooDeep,

    /// <summary>More than 3,355,443 instructions, counts written out, or than 16,777,216 ranges of characters.</summary>
    TooLarge,
}
