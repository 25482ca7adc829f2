using Webhooks.Admission.Injection;
using Xunit;

namespace Webhooks.Tests.Injection;

public class KubeVersionTests
{
    [Theory]
    [InlineData("1.29", 1, 29)]
    [InlineData("v1.28.3+k3s1", 1, 28)]
    [InlineData("1.29+", 1, 29)]
    [InlineData("v1.30.0-eks-036c24b", 1, 30)]
    [InlineData("1.31.1-gke.1146000", 1, 31)]
    [InlineData("v1.33.0-alpha.0.1+abc", 1, 33)]
    [InlineData("2.0", 2, 0)]
    public void What_clusters_say_is_read(string text, int major, int minor)
    {
        Assert.True(KubeVersion.TryParse(text, out KubeVersion version));
        Assert.Equal(new KubeVersion(major, minor), version);
        Assert.Equal($"{major}.{minor}", version.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData(".29")]
    [InlineData("vv1.29")]
    [InlineData("1.29x")]
    [InlineData("1.29.")]
    [InlineData("1.29 ")]
    [InlineData("-1.29")]
    [InlineData("1.-29")]
    [InlineData("1.29++b c")]
    [InlineData("1.99999999999")]
    [InlineData("latest")]
    public void Anything_else_is_not(string text) => Assert.False(KubeVersion.TryParse(text, out _));

    [Theory]
    [InlineData("1.28", false)]
    [InlineData("1.29", true)]
    [InlineData("1.30", true)]
    [InlineData("0.99", false)]
    [InlineData("2.0", true)]
    public void Later_versions_have_what_earlier_ones_brought(string text, bool hasNativeSidecars)
    {
        Assert.True(KubeVersion.TryParse(text, out KubeVersion version));
        Assert.Equal(hasNativeSidecars, version.IsAtLeast(KubeVersion.OfNativeSidecars));
    }
}
