using Xunit;

namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>Tests that run where a kubectl is that prints as the sessions expect it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KubectlTheoryAttribute : TheoryAttribute
{
    public KubectlTheoryAttribute() => Skip = KubectlProgram.Lacking;
}
