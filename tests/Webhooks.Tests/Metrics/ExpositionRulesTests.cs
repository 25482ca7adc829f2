using Webhooks.Shared.Exposition;
using Xunit;

namespace Webhooks.Tests.Metrics;

public sealed class ExpositionRulesTests
{
    [Theory]
    [InlineData("a 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na 1")]
    [InlineData("# HELP a A.\n# TYPE a gauge\nb 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na one\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na{b=\"\\x\"} 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na{b=\"\"\"} 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na 1,5\n")]
    [InlineData("# HELP a A.\na 1\n# TYPE a gauge\n")]
    public void A_line_that_a_scraper_would_not_read_is_found(string text) =>
        Assert.Throws<FormatException>(() => ExpositionReader.Read(text, isOpenMetrics: false));

    [Fact]
    public void OpenMetrics_has_an_end() =>
        Assert.Throws<FormatException>(() => ExpositionReader.Read("# HELP a A.\n# TYPE a gauge\na 1\n", isOpenMetrics: true));

    [Theory]
    [InlineData("# TYPE a gauge\na 1\n", "a has no help")]
    [InlineData("# HELP a A.\na 1\n", "a has type ''")]
    [InlineData("# HELP a A.\n# TYPE a counter\na 1\n", "a of type counter: _total ends")]
    [InlineData("# HELP a_total A.\n# TYPE a_total gauge\na_total 1\n", "a_total of type gauge: _total ends")]
    [InlineData("# HELP a_count A.\n# TYPE a_count gauge\na_count 1\n", "a_count ends as the samples of a histogram do")]
    [InlineData("# HELP a_total A.\n# TYPE a_total counter\na_total -1\n", "a_total counts below nothing")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na{b=\"c\"} 1\na{b=\"c\"} 1\n", "a b=1:c stands twice")]
    [InlineData("# HELP a A.\n# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"+Inf\"} 1\na_sum 1\n", "a lacks")]
    [InlineData("# HELP a A.\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n", "is not above the one before")]
    [InlineData("# HELP a A.\n# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 2\n", "its last bucket is not +Inf")]
    public void What_promtool_or_a_scrape_complains_of_is_found(string text, string problem) => Assert.Contains(
        ExpositionRules.Check(ExpositionReader.Read(text, isOpenMetrics: false), isOpenMetrics: false),
        found => found.Contains(problem, StringComparison.Ordinal));
}
