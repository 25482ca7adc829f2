namespace Webhooks.Server.Metrics;

/// <summary>The labels of one series, as a value that a series is found by without an allocation.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface ILabels<TSelf>
    where TSelf : struct, ILabels<TSelf>, IEquatable<TSelf>
{
    /// <summary>The names of the labels, in their order.</summary>
    static abstract IReadOnlyList<string> Names { get; }

    /// <summary>The series that counts what exceeds the bound of its family.</summary>
    static abstract TSelf Other { get; }

    /// <summary>One value for each name. Never text from a request.</summary>
    IReadOnlyList<string> Values { get; }
}
