using Xunit;
using static Webhooks.Tests.Linting.Lints;

namespace Webhooks.Tests.Linting;

public sealed class NamespaceLintTests
{
    private const string Label = "initializer.kubernetes.io/injection";

    [Theory]
    [InlineData("enabled")]
    [InlineData("disabled")]
    public void Labels_that_are_fine(string value) => Warns(Namespace($"{Label}: {value}, team: web"));

    [Theory]
    [InlineData("'true'", "\"true\"")]
    [InlineData("Enabled", "\"Enabled\"")]
    [InlineData("true", "true")]
    public void Values_that_opt_nothing_in(string value, string shown) =>
        Warns(Namespace($"{Label}: §{value}"), $"namespace-label: {Label}: {shown} opts nothing in; only \"enabled\" does");

    [Theory]
    [InlineData("initializer.kubernetes.io/injecton")]
    [InlineData("initializer.kubernetes.io/Injection")]
    [InlineData("initialiser.kubernetes.io/injection")]
    public void Labels_that_are_misspelt(string key) =>
        Warns(Namespace($"§{key}: enabled"), $"namespace-label: {key}: opts nothing in; did you mean \"{Label}\"?");

    [Theory]
    [InlineData("initializer.kubernetes.io/tier: gold")]
    [InlineData("example.com/injection: enabled")]
    public void Labels_of_others(string label) => Warns(Namespace(label));

    [Theory]
    [InlineData("initializer.kubernetes.io/injection: enabled")]
    [InlineData("initializer.kubernetes.io/agent: 'true'")]
    public void Annotations_do_nothing(string annotation) => Warns(
        Namespace("a: b").Replace("labels: {a: b}", $"annotations: {{§{annotation}, other: text}}", StringComparison.Ordinal),
        $"namespace-label: {annotation.Split(':')[0]}: does nothing on a Namespace, which opts in by the label {Label}: enabled");

    [Fact]
    public void Labels_of_other_kinds_are_nobodys() => Warns(Namespace($"{Label}: 'true'").Replace("Namespace", "Pod", StringComparison.Ordinal));
}
