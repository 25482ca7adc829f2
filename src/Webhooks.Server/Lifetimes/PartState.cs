namespace Webhooks.Server.Lifetimes;

/// <summary>How far a part of a workgroup is.</summary>
internal enum PartState
{
    /// <summary>It has not begun.</summary>
    Waiting,

    /// <summary>It has begun and not ended.</summary>
    Running,

    /// <summary>It has ended by itself, or because it was told to.</summary>
    Ended,

    /// <summary>It has ended by an exception.</summary>
    Failed,
}
