using Webhooks.Admission.PodSecurity;
using Webhooks.Resources.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.PodSecurity;

/// <summary>
/// The pods by which Kubernetes tests its own checks, as fragments: test/testdata of k8s.io/pod-security-admission,
/// version 1.36. Each that fails is named for the check that it breaks.
/// </summary>
public sealed class PublishedCaseTests
{
    private static readonly JsonValue[] Cases =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Webhooks.Tests", "Data", "pod-security", "cases-1.36.jsonl")).Select(line => JsonTree.Parse(line).Root),
    ];

    [Fact]
    public void Pods_that_pass_break_nothing()
    {
        JsonValue[] passing = Select("pass");
        Assert.Equal(38, passing.Length);
        Assert.All(passing, one => Assert.Empty(Evaluate(one)));
    }

    [Fact]
    public void Pods_that_fail_break_the_check_they_are_named_for()
    {
        JsonValue[] failing = Select("fail");
        Assert.Equal(110, failing.Length);
        Assert.All(failing, one => Assert.Contains(Evaluate(one), finding => IsOf(finding.Check, one["check"u8].GetString())));
    }

    private static JsonValue[] Select(string verdict) => [.. Cases.Where(one => one["verdict"u8].GetString() == verdict)];

    private static IReadOnlyList<PodSecurityFinding> Evaluate(JsonValue one) => PodSecurityCatalog.Evaluate(one["pod"u8], Level(one));

    private static PodSecurityLevel Level(JsonValue one) => Enum.Parse<PodSecurityLevel>(one["level"u8].GetString(), ignoreCase: true);

    /// <summary>What two checks forbid is found by the one of baseline.</summary>
    private static bool IsOf(string found, string named)
    {
        PodSecurityCheck check = PodSecurityCatalog.Checks.Single(one => one.Id.Equals(named, StringComparison.OrdinalIgnoreCase));
        return found == check.Id || found == check.Overrides;
    }
}
