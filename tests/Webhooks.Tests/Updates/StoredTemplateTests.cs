using Webhooks.Admission.Manifests;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared.Golden;
using Webhooks.Tests.Histories;
using Xunit;

namespace Webhooks.Tests.Updates;

/// <summary>Manifests as users wrote them, and what an API server made of them.</summary>
public sealed class StoredTemplateTests
{
    private const string Review = "-review";

    /// <summary>The workloads; a Pod gets more from its API server than defaults.</summary>
    public static TheoryData<string> Pairs =>
    [
        .. GoldenCases.All.Select(one => one.Name).Where(name =>
            name.StartsWith("manifests/", StringComparison.Ordinal) && name.EndsWith(Review, StringComparison.Ordinal) && Stored(name)["kind"].AsString() != "Pod"),
    ];

    [Fact]
    public void The_pairs_are_found() => Assert.InRange(Pairs.Count, 20, int.MaxValue);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pod_template_equals_what_the_api_server_stores_of_it(string name)
    {
        JsonValue written = Workloads.PodTemplate(Written(name[..^Review.Length]));
        JsonValue stored = Workloads.PodTemplate(Stored(name));
        Assert.True(StoredTemplate.AreEqual(written, stored), $"{written}\n{stored}");
        Assert.True(StoredTemplate.AreEqual(stored, written));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Another_image_is_another_pod_template(string name)
    {
        JsonDraft other = new(Workloads.PodTemplate(Stored(name)));
        other.Find("spec")!.Find("containers")!.Items[0].Set("image", Parts.Template("\"other:1\""));
        Assert.False(StoredTemplate.AreEqual(Workloads.PodTemplate(Written(name[..^Review.Length])), other.Freeze()));
    }

    private static JsonValue Stored(string name) => AdmissionReview.Read(Document(name)).Request.Object;

    private static JsonValue Written(string name) => ManifestObjects.In(Document(name)).Single().Request.Object;

    private static JsonValue Document(string name)
    {
        byte[] text = File.ReadAllBytes(GoldenCases.Named(name).Input);
        return YamlReader.ReadSingle(text).Root;
    }
}
