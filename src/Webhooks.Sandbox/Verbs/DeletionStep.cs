namespace Webhooks.Sandbox.Verbs;

/// <summary>What a deletion comes to at once.</summary>
internal enum DeletionStep
{
    /// <summary>The object goes, unchanged.</summary>
    Gone,

    /// <summary>It is stored once more as being deleted, then it goes.</summary>
    MarkedThenGone,

    /// <summary>It stays, as being deleted, until somebody is done.</summary>
    Marked,
}
