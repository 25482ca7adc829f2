namespace Webhooks.Resources.Patches;

/// <summary>What a <see cref="PatchOperation"/> does (RFC 6902 section 4).</summary>
public enum PatchKind
{
    /// <summary>Sets a member, inserts an item before another, or replaces the document.</summary>
    Add,

    /// <summary>Takes a member or an item out.</summary>
    Remove,

    /// <summary>Gives a member or an item that is there another value.</summary>
    Replace,

    /// <summary>Takes a value out and adds it elsewhere.</summary>
    Move,

    /// <summary>Adds a value that stands elsewhere too.</summary>
    Copy,

    /// <summary>Asserts that a place has a value.</summary>
    Test,
}
