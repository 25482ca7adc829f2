using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class UninjectorTests
{
    private const string Status = "initializer.kubernetes.io/status";

    [Fact]
    public void Everything_that_is_listed_goes_also_what_a_container_of_the_users_mounts()
    {
        const string StatusOfTwo = """{"agent":{"hash":"1","added":["volumes[logs]"]},"shipper":{"hash":"2","added":["containers[shipper]"]}}""";
        const string Spec = """{"containers":[{"name":"app","volumeMounts":[{"name":"logs","mountPath":"/l"}]},{"name":"shipper"}],"volumes":[{"name":"logs"}]}""";
        Assert.Equal("""{"containers":[{"name":"app","volumeMounts":[{"name":"logs","mountPath":"/l"}]}],"volumes":[]}""", Left(StatusOfTwo, Spec));
        Assert.Equal(["agent: removed", "shipper: removed"], Decide(StatusOfTwo, Spec).Outcomes.Select(outcome => $"{outcome.Template}: {outcome.Reason.Name()}"));
    }

    [Fact]
    public void A_null_comes_back() =>
        Assert.Equal(
            """{"containers":null}""",
            Left("""{"agent":{"hash":"1","added":["containers[a]"],"made":["containers"],"was":{"containers":null}}}""", """{"containers":[{"name":"a"}]}"""));

    [Theory]
    [InlineData("""{"agent":""", "it can't be read")]
    [InlineData("[]", "it can't be read")]
    [InlineData("""{"agent":{"added":["containers[a]"]}}""", "it can't be read")] // no hash
    [InlineData("""{"agent":{"hash":"1","added":[5]}}""", "it can't be read")]
    [InlineData("""{"agent":{"hash":"1","added":["containers[a]"],"was":[]}}""", "it can't be read")]
    [InlineData("{}", "it lists nothing")]
    [InlineData("""{"agent":{"hash":"1"}}""", "it lists nothing")]
    [InlineData("""{"agent":{"hash":"1","added":["containers[a]","volumes[gone]"]}}""", "volumes[gone] is not there")]
    [InlineData("""{"agent":{"hash":"1","added":["containers["]}}""", "containers[ is not there")]
    public void A_status_that_proves_nothing_takes_nothing_off(string status, string why)
    {
        InjectionDecision decision = Assert.IsType<InjectionDecision.Unchanged>(Decide(status, """{"containers":[{"name":"a"}]}"""));
        Assert.Equal($"{Status} proves nothing, so nothing is taken off: {why}", Assert.Single(decision.Warnings).Text);
    }

    /// <summary>The last item is not there, which nobody looks for any more.</summary>
    [Fact]
    public void A_status_that_lists_more_than_is_looked_for_says_so()
    {
        string containers = string.Join(',', Enumerable.Range(0, 1000).Select(number => $$"""{"name":"c{{number}}"}"""));
        string added = string.Concat(Enumerable.Repeat("\"containers[c0]\",", LookupBudget.OfStatus / 1000));
        InjectionDecision decision = Decide($$$"""{"agent":{"hash":"1","added":[{{{added}}}"containers[c1]","volumes[gone]"]}}""", $$"""{"containers":[{{containers}}]}""");
        Assert.Equal($"{Status} proves nothing, so nothing is taken off: it lists more than is looked for", Assert.Single(decision.Warnings).Text);
    }

    [Fact]
    public void What_is_no_text_proves_nothing()
    {
        InjectionDecision decision = Uninject($$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"{{{Status}}}":{"agent":{} } } },"spec":{} }""");
        Assert.Contains("it can't be read", Assert.Single(decision.Warnings).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"initializer.kubernetes.io/agent":"true"}},"spec":{}}""", InjectionReason.NotRequested)]
    [InlineData("""{"apiVersion":"v1","kind":"Service","metadata":{"annotations":{"initializer.kubernetes.io/status":"{}"}}}""", InjectionReason.NotHandled)]
    public void What_has_no_status_stays_as_it_is(string manifest, InjectionReason reason)
    {
        InjectionDecision decision = Assert.IsType<InjectionDecision.Unchanged>(Uninject(manifest));
        Assert.Equal((reason, 0), (Assert.Single(decision.Outcomes).Reason, decision.Warnings.Count));
    }

    private static InjectionDecision Decide(string status, string spec) => Uninject(Pod(status, spec));

    private static string Left(string status, string spec) =>
        Assert.IsType<InjectionDecision.Changed>(Decide(status, spec)).Patch.Apply(Parts.Value(Pod(status, spec))).Find("spec")!.Freeze().ToString();

    private static string Pod(string status, string spec) =>
        $$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","annotations":{"{{{Status}}}":{{{JsonText.Quote(status)}}}}},"spec":{{{spec}}}}""";

    private static InjectionDecision Uninject(string manifest) =>
        new Uninjector(InjectionOptions.Default.Annotations).Decide(ManifestObjects.In(Parts.Value(manifest)).Single().Request);
}
