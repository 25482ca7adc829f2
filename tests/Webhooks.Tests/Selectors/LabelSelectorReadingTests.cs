using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Xunit;

namespace Webhooks.Tests.Selectors;

public class LabelSelectorReadingTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"matchLabels":null,"matchExpressions":[]}""", "")]
    [InlineData("""{"matchLabels":{"b":"2","a":"1"}}""", "a=1,b=2")]
    [InlineData("""{"matchLabels":{"a":null}}""", "a=")]
    [InlineData(
        """{"matchLabels":{"a":"b"},"matchExpressions":[{"key":"e","operator":"In","values":["g","f"]},{"key":"h","operator":"DoesNotExist"},{"key":"i","operator":"Exists","values":[]},{"key":"j","operator":"NotIn","values":["k"]}]}""",
        "a=b,e in (f,g),!h,i,j notin (k)")]
    public void A_manifests_selector_is_read(string json, string expected)
    {
        LabelSelector? selector = Read(json, out ImmutableArray<StatusCause> problems);

        Assert.Empty(problems);
        Assert.Equal(expected, selector?.ToString());
        Assert.Equal(expected.Length == 0, selector?.IsEmpty);
    }

    [Theory]
    [InlineData("null")]
    public void An_absent_one_matches_nothing(string json)
    {
        Assert.Equal(LabelSelector.Nothing, Read(json, out _));
        Assert.Equal(LabelSelector.Nothing, LabelSelector.Read(default, "spec.selector", out _));
    }

    [Theory]
    [InlineData("[]", "spec.selector: Invalid value: []: must be of type object")]
    [InlineData("""{"matchLabels":{"a":1}}""", "spec.selector.matchLabels.a: Invalid value: 1: must be of type string")]
    [InlineData("""{"matchLabels":[]}""", "spec.selector.matchLabels: Invalid value: []: must be of type object")]
    [InlineData("""{"matchExpressions":{}}""", "spec.selector.matchExpressions: Invalid value: {}: must be of type array")]
    [InlineData("""{"matchExpressions":[7]}""", "spec.selector.matchExpressions[0]: Invalid value: 7: must be of type object")]
    [InlineData(
        """{"matchExpressions":[{"key":"a","operator":"In"}]}""",
        "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'")]
    [InlineData(
        """{"matchExpressions":[{"key":"a","operator":"Exists","values":["b"]}]}""",
        "spec.selector.matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
    [InlineData(
        """{"matchExpressions":[{"key":"a","operator":"Gt","values":["1"]}]}""",
        "spec.selector.matchExpressions[0].operator: Invalid value: \"Gt\": not a valid selector operator")]
    [InlineData(
        """{"matchExpressions":[{"key":"a"},{"key":"a","operator":"In","values":["b",2]}]}""",
        "spec.selector.matchExpressions[0].operator: Invalid value: \"\": not a valid selector operator",
        "spec.selector.matchExpressions[1].values[1]: Invalid value: 2: must be of type string")]
    public void All_that_is_wrong_is_told_with_its_path(string json, params string[] expected)
    {
        Assert.Null(Read(json, out ImmutableArray<StatusCause> problems));
        Assert.Equal(expected, problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Keys_and_values_are_checked()
    {
        const string json = """{"matchLabels":{"-a":"b_"},"matchExpressions":[{"operator":"In","values":["ok","?"]}]}""";

        Assert.Null(Read(json, out ImmutableArray<StatusCause> problems));
        Assert.Collection(
            problems,
            problem => Assert.StartsWith("spec.selector.matchLabels: Invalid value: \"-a\": name part must consist of", problem.ToString(), StringComparison.Ordinal),
            problem => Assert.StartsWith("spec.selector.matchLabels: Invalid value: \"b_\": a valid label must be", problem.ToString(), StringComparison.Ordinal),
            problem => Assert.Equal("spec.selector.matchExpressions[0].key: Invalid value: \"\": name part must be non-empty", problem.ToString()),
            problem => Assert.StartsWith("spec.selector.matchExpressions[0].key: Invalid value: \"\": name part must consist of", problem.ToString(), StringComparison.Ordinal),
            problem => Assert.StartsWith("spec.selector.matchExpressions[0].values[1]: Invalid value: \"?\": a valid label must be", problem.ToString(), StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal(CauseReason.Invalid, problem.Reason));
    }

    private static LabelSelector? Read(string json, out ImmutableArray<StatusCause> problems) =>
        LabelSelector.Read(JsonTree.Parse(json).Root, "spec.selector", out problems);
}
