using Xunit;
using static Webhooks.Tests.Linting.Lints;

namespace Webhooks.Tests.Linting;

public sealed class PrefixSlipTests
{
    [Theory]
    [InlineData("initialiser.kubernetes.io/agent")]
    [InlineData("initializer.kubernets.io/agent")]
    [InlineData("initializers.kubernetes.io/agent")]
    [InlineData("initialzer.kubernetes.oi/agent")] // a letter left out, and two swapped
    [InlineData("initialzer.kubernets.oi/agent", false)] // three edits
    [InlineData("Initializer.kubernetes.io/agent")]
    [InlineData("initializer.kubernetes.io.example.com/agent", false)]
    [InlineData("injector.kubernetes.io/agent", false)]
    [InlineData("kubernetes.io/agent", false)]
    [InlineData("agent", false)]
    [InlineData("/agent", false)]
    [InlineData("initialiser.kubernetes.io/other", false)] // somebody else's, for all we know
    public void A_prefix_that_is_nearly_ours(string key, bool isSlip = true)
    {
        string[] expected = isSlip ? [$"annotation-prefix: {key}: asks for nothing; did you mean \"initializer.kubernetes.io/agent\"?"] : [];
        Warns(Agent + Pod($"{(isSlip ? "§" : "")}{key}: 'true'"), expected);
    }

    [Fact]
    public void Without_templates_a_truth_value_gives_it_away()
    {
        Warns(
            Pod("§initialiser.kubernetes.io/other: 'true'"),
            "annotation-prefix: initialiser.kubernetes.io/other: asks for nothing; did you mean \"initializer.kubernetes.io/other\"?");
        Warns(Pod("initialiser.kubernetes.io/other: text"));
    }

    [Fact]
    public void A_word_gives_it_away() => Warns(
        Agent + Pod("§initialiser.kubernetes.io/refresh: now"),
        "annotation-prefix: initialiser.kubernetes.io/refresh: asks for nothing; did you mean \"initializer.kubernetes.io/refresh\"?");

    /// <summary>One letter of a few is not a slip but a name.</summary>
    [Fact]
    public void Short_prefixes_have_no_misspellings() => WarnsUnder("a.io/", Agent + Pod("b.io/agent: 'true'"));
}
