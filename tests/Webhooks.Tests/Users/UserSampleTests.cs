using Webhooks.Admission.Users;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared;
using Xunit;
using static Webhooks.Tests.Users.UserReviews;

namespace Webhooks.Tests.Users;

/// <summary>The samples that the documentation speaks of.</summary>
public sealed class UserSampleTests
{
    [Fact]
    public void The_good_one_is_taken() => Assert.Equal("valid", Allows(Create(Sample("alice.yaml"))));

    [Fact]
    public void The_bad_one_is_refused_for_each_line_that_is_marked()
    {
        Status status = Refuses(Create(Sample("bad.yaml"))).Status;
        Assert.Equal(
            ["metadata.name", "metadata.name", "spec.subject", "spec.groups[0]", "spec.quota[cpus]", "spec.quota[limits.memory]", "spec.quota[pods]"], Fields(status));
    }

    private static string Sample(string file)
    {
        JsonValue written = YamlReader.ReadSingle(File.ReadAllBytes(Repository.PathOf("deploy", "samples", "users", file))).Root;
        List<string> unknown = [];
        JsonValue decoded = UserDefinition.Schema.Decode(written, unknown);
        Assert.Empty(unknown);
        return UserDefinition.Schema.Default(decoded).ToString();
    }
}
