using Xunit;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Proofs under load run one after the other, when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SoakRuns
{
    public const string Name = "soak";
}
