using Xunit;

namespace Webhooks.Tests.Judging;

/// <summary>That the judge lets pass what is fine and sees what is not: by the templates of the cases of lint.</summary>
public sealed class PodRulesTests
{
    /// <summary>Faults of templates alone, which no pod has or the API server lets pass.</summary>
    private static readonly string[] OfTemplates =
    [
        "annotation-deletion-cost", "annotation-seccomp-unknown", "annotation-under-the-prefix", "azure-disk-of-wrong-kind", "certificate-key-type-unknown", "empty", "empty-lists",
        "containers-by-name", "fibre-channel-without-target", "flex-option-reserved", "hook-sleeps-without-grace-period", "huge-pages-alone", "huge-pages-no-multiple",
        "iscsi-login-without-secret", "iscsi-name-malformed", "label-policy-behind-a-gate", "label-under-the-prefix", "linux-field-for-windows", "node-selector-of-another-system",
        "partition-out-of-range", "pull-secret-without-name", "quobyte-registry-without-port", "restart-rules", "shared-processes-for-windows", "stop-signal-misspelt", "sysctl-of-the-network",
        "windows-credentials-empty", "windows-options-for-linux", "windows-user-malformed", "workload-volume-of-its-own", "metadata-with-name", "env-from-misspelt", "volume-source-unknown", "readiness-gate-twice",
    ];

    private static readonly string[] GroupsOfTemplates = ["container-field-", "every-container-", "field-", "injection-", "name-", "yaml-"];

    public static TheoryData<string> Faults =>
        [.. TemplatePool.Broken.Keys.Where(name => !OfTemplates.Contains(name) && !GroupsOfTemplates.Any(group => name.StartsWith(group, StringComparison.Ordinal)))];

    public static TheoryData<string> Valid => [.. TemplatePool.Valid.Keys];

    [Fact]
    public void The_templates_are_found()
    {
        Assert.InRange(TemplatePool.Valid.Count, 35, int.MaxValue);
        Assert.InRange(Faults.Count, 100, int.MaxValue);
        Assert.Empty(OfTemplates.Except(TemplatePool.Broken.Keys));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_seen(string name) => Assert.NotEmpty(Judge(TemplatePool.Broken[name]));

    [Theory]
    [MemberData(nameof(Valid))]
    public void What_is_fine_is_let_pass(string name) =>
        Assert.DoesNotContain(Judge(TemplatePool.Valid[name]), violation => !IsUpToWorkloads(violation, TemplatePool.Valid[name]));

    /// <summary>Containers of others, and the volumes that only a workload brings.</summary>
    private static bool IsUpToWorkloads(string violation, string config) => violation is "container name *" or "*: image" or "container * stands twice"
        || (config.Contains("workloadVolumes", StringComparison.Ordinal) && (violation.Contains("no volume", StringComparison.Ordinal) || violation.Contains("of no claim", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Judge(string config) => PodRules.Violations(TemplatePool.Pod(config));
}
