using Webhooks.Resources.Names;
using Xunit;

namespace Webhooks.Tests.Names;

public sealed class QuotaResourceNameTests
{
    [Theory]
    [InlineData("cpu", false)]
    [InlineData("limits.memory", false)]
    [InlineData("requests.storage", false)]
    [InlineData("hugepages-2Mi", false)]
    [InlineData("requests.hugepages-1Gi", false)]
    [InlineData("requests.nvidia.com/gpu", false)]
    [InlineData("gold.storageclass.storage.k8s.io/requests.storage", true)]
    [InlineData("pods", true)]
    [InlineData("services.loadbalancers", true)]
    [InlineData("count/jobs.batch", true)]
    [InlineData("nvidia.com/gpu", true)]
    public void A_quota_can_have_it_and_counts_or_measures_by_it(string name, bool isCounted)
    {
        Assert.Empty(QuotaResourceName.Problems(name));
        Assert.Equal(isCounted, QuotaResourceName.IsCounted(name));
    }

    [Theory]
    [InlineData("cpus", "must be a standard resource for quotas")]
    [InlineData("CPU", "must be a standard resource for quotas")]
    [InlineData("limits.pods", "must be a standard resource for quotas")]
    public void Others_it_can_not(string name, string problem) => Assert.Equal([problem], QuotaResourceName.Problems(name));

    [Theory]
    [InlineData("", 3)]
    [InlineData("a b", 2)]
    [InlineData("count/", 2)]
    [InlineData("a/b/c", 1)]
    [InlineData("_/gpu", 1)]
    public void What_is_no_name_of_a_resource_is_none(string name, int problems) => Assert.Equal(problems, QuotaResourceName.Problems(name).Count);
}
