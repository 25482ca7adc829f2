namespace Webhooks.Sandbox.Storage;

/// <summary>What a write did to an object.</summary>
internal enum ChangeKind
{
    /// <summary>It was made.</summary>
    Added,

    /// <summary>It was changed.</summary>
    Modified,

    /// <summary>It went.</summary>
    Deleted,
}
