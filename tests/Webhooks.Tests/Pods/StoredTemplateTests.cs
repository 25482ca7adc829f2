using Webhooks.Admission.Injection;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Tests.Golden;
using Xunit;

namespace Webhooks.Tests.Pods;

/// <summary>A whole pod template as a user wrote it and as the API server stores it are the same.</summary>
public class StoredTemplateTests
{
    private const string Pod = "Pod";

    public static TheoryData<string> Workloads => [.. Named(isPod: false)];

    public static TheoryData<string> Pods => [.. Named(isPod: true)];

    [Fact]
    public void Both_are_found()
    {
        Assert.InRange(Workloads.Count, 20, int.MaxValue);
        Assert.InRange(Pods.Count, 5, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public void The_pod_template_of_a_workload_is_stored_with_defaults(string name)
    {
        JsonValue manifest = Template(ManifestPairs.Manifest(name));
        JsonValue review = Template(ManifestPairs.Review(name));
        Assert.True(StoredForm.Contains(review, manifest, PodShapes.PodTemplate), $"{manifest}\n{review}");
        Assert.True(StoredForm.Contains(manifest, review, PodShapes.PodTemplate), $"{manifest}\n{review}");
        Assert.True(StoredForm.AreSame(manifest, review, PodShapes.PodTemplate));
    }

    /// <summary>
    /// A Pod gets more than a template: requests from limits, host ports, service links, a token volume. Tolerations
    /// are appended to a list whose order counts, so they are left out of both.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pods))]
    public void All_that_the_manifest_of_a_pod_says_is_stored(string name)
    {
        JsonValue manifest = WithoutTolerations(ManifestPairs.Manifest(name));
        JsonValue review = WithoutTolerations(ManifestPairs.Review(name));
        Assert.True(StoredForm.Contains(review, manifest, PodShapes.PodSpec), $"{manifest}\n{review}");
    }

    [Theory]
    [InlineData("spec.serviceAccountName", "{'spec':{'serviceAccountName':'a'}}", "{'spec':{'serviceAccountName':'a','serviceAccount':'a'}}", true)]
    [InlineData("the older name alone", "{'spec':{'serviceAccount':'a'}}", "{'spec':{'serviceAccountName':'a','serviceAccount':'a'}}", true)]
    [InlineData("the newer name wins", "{'spec':{'serviceAccount':'b','serviceAccountName':'a'}}", "{'spec':{'serviceAccountName':'a','serviceAccount':'a'}}", true)]
    [InlineData("an empty name is none", "{'spec':{'serviceAccount':'a','serviceAccountName':''}}", "{'spec':{'serviceAccountName':'a','serviceAccount':'a'}}", true)]
    [InlineData("another name", "{'spec':{'serviceAccountName':'b'}}", "{'spec':{'serviceAccountName':'a','serviceAccount':'a'}}", false)]
    [InlineData("a name against none", "{'spec':{}}", "{'spec':{'serviceAccountName':'a','serviceAccount':'a'}}", false)]
    [InlineData("nothing at all", "{}", "{'metadata':{'creationTimestamp':null},'spec':{'restartPolicy':'Always','dnsPolicy':'ClusterFirst','schedulerName':'default-scheduler','terminationGracePeriodSeconds':30,'securityContext':{}}}", true)]
    [InlineData("another restart policy", "{'spec':{}}", "{'spec':{'restartPolicy':'Never'}}", false)]
    [InlineData("a security context", "{'spec':{}}", "{'spec':{'securityContext':{'runAsUser':0}}}", false)]
    [InlineData("zero seconds", "{'spec':{}}", "{'spec':{'terminationGracePeriodSeconds':0}}", false)]
    [InlineData("a pull policy of the tag", "{'spec':{'containers':[{'name':'a','image':'a:1'}]}}", "{'spec':{'containers':[{'name':'a','image':'a:1','imagePullPolicy':'IfNotPresent','resources':{}}]}}", true)]
    [InlineData("a pull policy of latest", "{'spec':{'initContainers':[{'name':'a','image':'a'}]}}", "{'spec':{'initContainers':[{'name':'a','image':'a','imagePullPolicy':'Always'}]}}", true)]
    [InlineData("another pull policy", "{'spec':{'containers':[{'name':'a','image':'a:1'}]}}", "{'spec':{'containers':[{'name':'a','image':'a:1','imagePullPolicy':'Always'}]}}", false)]
    [InlineData("an image volume", "{'spec':{'volumes':[{'name':'a','image':{'reference':'a:1'}}]}}", "{'spec':{'volumes':[{'name':'a','image':{'reference':'a:1','pullPolicy':'IfNotPresent'}}]}}", true)]
    [InlineData("affinity by value", "{'spec':{'affinity':{'podAffinity':{'preferredDuringSchedulingIgnoredDuringExecution':[{'weight':1}]}}}}", "{'spec':{'affinity':{'podAffinity':{'preferredDuringSchedulingIgnoredDuringExecution':[{'weight':1,'podAffinityTerm':{'topologyKey':''}}]}}}}", true)]
    public void Templates_are_compared_with_defaults(string what, string one, string other, bool areEqual)
    {
        JsonValue left = JsonTree.Parse(one.Replace('\'', '"')).Root;
        JsonValue right = JsonTree.Parse(other.Replace('\'', '"')).Root;
        Assert.True(areEqual == StoredForm.AreEqual(left, right, PodShapes.PodTemplate), what);
        Assert.True(areEqual == StoredForm.AreEqual(right, left, PodShapes.PodTemplate), what);
        Assert.True(areEqual == StoredForm.AreSame(left, right, PodShapes.PodTemplate), what);
    }

    [Theory]
    [InlineData("{'containers':[{'name':'a'},{'name':'b'}]}", "{'containers':[{'name':'b'},{'name':'a'}]}")]
    [InlineData("{'containers':[{'name':'a','env':[{'name':'x'},{'name':'y'}]}]}", "{'containers':[{'name':'a','env':[{'name':'y'},{'name':'x'}]}]}")]
    [InlineData("{'containers':[{'name':'a','ports':[{'containerPort':1},{'containerPort':1}]}]}", "{'containers':[{'name':'a','ports':[{'containerPort':1,'protocol':'TCP'}]}]}")]
    public void The_order_of_items_with_keys_counts_for_sameness_alone(string one, string other)
    {
        JsonValue left = JsonTree.Parse(one.Replace('\'', '"')).Root;
        JsonValue right = JsonTree.Parse(other.Replace('\'', '"')).Root;
        Assert.True(StoredForm.AreEqual(left, right, PodShapes.PodSpec));
        Assert.False(StoredForm.AreSame(left, right, PodShapes.PodSpec));
        Assert.False(StoredForm.AreSame(right, left, PodShapes.PodSpec));
    }

    private static IEnumerable<string> Named(bool isPod) =>
        ManifestPairs.Names.Where(name => ManifestPairs.Review(name).Kind.Kind == Pod == isPod);

    private static JsonValue WithoutTolerations(AdmissionRequest pod)
    {
        JsonDraft spec = new(pod.Object["spec"u8]);
        spec.Remove("tolerations");
        return spec.Freeze();
    }

    private static JsonValue Template(AdmissionRequest request) => PodTemplates.Find(request.Object, PodTemplates.PathIn(request.Kind)!);
}
