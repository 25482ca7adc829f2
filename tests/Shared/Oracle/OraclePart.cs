namespace Webhooks.Shared.Oracle;

/// <summary>The parts of an answer that are compared each by itself.</summary>
internal enum OraclePart
{
    /// <summary>Whether it is allowed.</summary>
    Verdict,

    /// <summary>The HTTP status.</summary>
    Code,

    /// <summary>Reasons and fields of the causes, as a set; and the reason of the whole.</summary>
    Causes,

    /// <summary>The texts of the causes; of a refusal without causes, its own.</summary>
    Messages,

    /// <summary>The warnings.</summary>
    Warnings,

    /// <summary>What is stored.</summary>
    Stored,
}
