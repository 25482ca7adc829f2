namespace Webhooks.Schemas.Shaping;

/// <summary>What becomes of a member or an item.</summary>
internal enum ChoiceKind
{
    /// <summary>It stays with all that is in it.</summary>
    Copy,

    /// <summary>It stays, and its own members and items are chosen from.</summary>
    Descend,

    /// <summary>Another value takes its place, with all that is in it.</summary>
    Replace,

    /// <summary>Another value takes its place, and that one's members and items are chosen from.</summary>
    ReplaceAndDescend,

    /// <summary>It goes.</summary>
    Drop,
}
