namespace Webhooks.Shared.Oracle;

/// <summary>A part of an answer that differs from the recorded one.</summary>
/// <param name="Name">The request.</param>
/// <param name="Part">The part.</param>
/// <param name="Difference">What is answered here, and what was recorded.</param>
internal readonly record struct OracleMiss(string Name, OraclePart Part, string Difference)
{
    /// <summary>What a list of misses knows it by.</summary>
    public string Key => $"{Name} {Part}";

    /// <inheritdoc />
    public override string ToString() => $"{Key}: {Difference}";
}
