using System.Collections.Immutable;

namespace Webhooks.Client.Reconciling.Statuses;

/// <summary>Lists of conditions: one of each type, in the order in which they came.</summary>
public static class ConditionList
{
    /// <summary>The condition of a type.</summary>
    /// <param name="conditions">Where to look.</param>
    /// <param name="type">What it is about.</param>
    /// <returns><c>null</c> when there is none.</returns>
    public static Condition? OfType(this ImmutableArray<Condition> conditions, string type) =>
        conditions.IsDefault ? null : conditions.FirstOrDefault(condition => condition.Type == type);

    /// <summary>Whether the condition of a type is there and <c>True</c>.</summary>
    /// <param name="conditions">Where to look.</param>
    /// <param name="type">What it is about.</param>
    public static bool IsTrue(this ImmutableArray<Condition> conditions, string type) => conditions.OfType(type)?.Status == "True";

    /// <summary>The list with a condition in the place of the one of its type, or behind the others.</summary>
    /// <param name="conditions">What was known before.</param>
    /// <param name="condition">What is known now. Its time is not looked at.</param>
    /// <param name="now">The time at which it changed, if its status is another than before; else it keeps the time that it had.</param>
    public static ImmutableArray<Condition> With(this ImmutableArray<Condition> conditions, Condition condition, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Condition? before = conditions.OfType(condition.Type);
        DateTimeOffset changed = before?.Status == condition.Status && before.LastTransitionTime is { } time
            ? time
            : new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        Condition known = condition with { LastTransitionTime = changed };
        ImmutableArray<Condition> others = conditions.IsDefault ? [] : conditions;
        return before == null ? others.Add(known) : others.Replace(before, known);
    }

    /// <summary>The list without the condition of a type.</summary>
    /// <param name="conditions">What was known before.</param>
    /// <param name="type">What nothing is to be said of any more.</param>
    public static ImmutableArray<Condition> Without(this ImmutableArray<Condition> conditions, string type) =>
        conditions.IsDefault ? [] : conditions.RemoveAll(condition => condition.Type == type);
}
