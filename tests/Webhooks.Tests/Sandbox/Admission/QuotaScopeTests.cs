using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Admission.Quotas;
using Xunit;

namespace Webhooks.Tests.Sandbox.Admission;

public sealed class QuotaScopeTests
{
    [Theory]
    [InlineData("""{"scopes":["Terminating"]}""", """{"spec":{"activeDeadlineSeconds":0}}""", true)]
    [InlineData("""{"scopes":["NotTerminating"]}""", """{"spec":{"activeDeadlineSeconds":0}}""", false)]
    [InlineData("""{"scopes":["NotTerminating","BestEffort"]}""", """{"status":{"qosClass":"BestEffort"}}""", true)]
    [InlineData("""{"scopes":["NotTerminating","NotBestEffort"]}""", """{"status":{"qosClass":"BestEffort"}}""", false)]
    [InlineData("""{"scopes":["PriorityClass"]}""", """{"spec":{"priorityClassName":"high"}}""", true)]
    [InlineData("""{"scopes":["PriorityClass"]}""", """{"spec":{}}""", false)]
    [InlineData("""{"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"In","values":["low","high"]}]}}""", """{"spec":{"priorityClassName":"high"}}""", true)]
    [InlineData("""{"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"In","values":["low"]}]}}""", """{"spec":{"priorityClassName":"high"}}""", false)]
    [InlineData("""{"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"NotIn","values":["low"]}]}}""", """{"spec":{}}""", true)]
    [InlineData("""{"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"DoesNotExist"}]}}""", """{"spec":{"priorityClassName":"high"}}""", false)]
    [InlineData("""{"scopes":["CrossNamespacePodAffinity"]}""", """{"spec":{"affinity":{"podAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"namespaces":["n"]}]}}}}""", true)]
    [InlineData("""{"scopes":["CrossNamespacePodAffinity"]}""", """{"spec":{"affinity":{"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"podAffinityTerm":{"namespaceSelector":{}}}]}}}}""", true)]
    [InlineData("""{"scopes":["CrossNamespacePodAffinity"]}""", """{"spec":{"affinity":{"podAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"k"}]}}}}""", false)]
    [InlineData("""{"scopes":["VolumeAttributesClass"]}""", """{"spec":{}}""", false)]
    public void A_pod_is_in_all_scopes_of_a_quota_or_does_not_count(string spec, string pod, bool counts) => Assert.Equal(counts, Counts("pods", spec, pod));

    [Theory]
    [InlineData("""{"scopeSelector":{"matchExpressions":[{"scopeName":"VolumeAttributesClass","operator":"In","values":["fast"]}]}}""", """{"spec":{"volumeAttributesClassName":"slow"},"status":{"currentVolumeAttributesClassName":"fast"}}""", true)]
    [InlineData("""{"scopeSelector":{"matchExpressions":[{"scopeName":"VolumeAttributesClass","operator":"In","values":["fast"]}]}}""", """{"spec":{}}""", false)]
    [InlineData("""{"scopes":["BestEffort"]}""", """{"spec":{}}""", false)]
    public void A_claim_is_in_those_of_its_class(string spec, string claim, bool counts) => Assert.Equal(counts, Counts("persistentvolumeclaims", spec, claim));

    [Fact]
    public void Other_objects_are_in_none()
    {
        Assert.True(Counts("configmaps", "{}", "{}"));
        Assert.False(Counts("configmaps", """{"scopes":["NotTerminating"]}""", "{}"));
    }

    private static bool Counts(string resource, string spec, string value) =>
        Evaluators.Of(new GroupResource("", resource))!.IsIn(QuotaScope.Of(JsonTree.Parse(spec).Root), JsonTree.Parse(value).Root);
}
