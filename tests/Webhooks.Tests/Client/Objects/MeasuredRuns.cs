using Xunit;

namespace Webhooks.Tests.Client.Objects;

/// <summary>Tests that measure what is on the heap, and so run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredRuns
{
    public const string Name = "measured";
}
