namespace Webhooks.Server.Metrics;

/// <summary>The number of one series at one moment.</summary>
/// <param name="Value">The number, in the unit that the family's name ends with.</param>
/// <param name="Labels">One value for each label of the family. Never text from a request.</param>
internal readonly record struct Sample(double Value, params IReadOnlyList<string> Labels);
