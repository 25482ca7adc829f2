namespace Webhooks.Resources.Selectors;

/// <summary>What a <see cref="LabelToken"/> is; <c>in</c> and <c>notin</c> are words, for keys and values may be called so.</summary>
internal enum LabelTokenKind
{
    End,
    Word,
    Operator,
    Not,
    Comma,
    Open,
    Close,
}
