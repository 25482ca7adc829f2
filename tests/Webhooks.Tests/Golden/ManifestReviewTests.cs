using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>A manifest as a user wrote it and the review that an API server made of it are decided alike.</summary>
public sealed class ManifestReviewTests
{
    private static readonly TemplateSet Samples = Load(Repository.PathOf("deploy", "samples", "templates"));
    private static readonly TemplateSet Rich = Load(Repository.PathOf("tests", "Webhooks.Tests", "Data", "templates"));

    /// <summary>The manifests that have a review beside them.</summary>
    public static TheoryData<string> Pairs => [.. ManifestPairs.Names];

    [Fact]
    public void The_pairs_and_the_templates_are_found()
    {
        Assert.InRange(Pairs.Count, 30, int.MaxValue);
        Assert.InRange(Rich.Names.Count, 5, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_manifest_and_its_review_are_decided_alike(string name) => AssertAlike(ManifestPairs.Manifest(name), ManifestPairs.Review(name), Samples);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void They_are_decided_alike_when_they_ask_for_everything(string name)
    {
        AdmissionRequest manifest = Asking(ManifestPairs.Manifest(name));
        AssertAlike(manifest, Asking(ManifestPairs.Review(name)), Rich);
        Assert.IsType<InjectionDecision.Changed>(new Injector(InjectionOptions.Default).Decide(manifest, Rich));
    }

    /// <summary>Each template alone: what one of them adds cannot hide what becomes of another.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void They_are_decided_alike_for_each_template(string name) =>
        Assert.All(Rich.Names, template => AssertAlike(Asking(ManifestPairs.Manifest(name), template), Asking(ManifestPairs.Review(name), template), Rich));

    private static void AssertAlike(AdmissionRequest manifest, AdmissionRequest review, TemplateSet templates)
    {
        InjectionDecision raw = new Injector(InjectionOptions.Default).Decide(manifest, templates);
        InjectionDecision stored = new Injector(InjectionOptions.Default).Decide(review, templates);
        Assert.Equal(raw.Outcomes, stored.Outcomes);
        Assert.Equal(raw.Warnings, stored.Warnings);
        Assert.Equal(Additions.Of(raw), Additions.Of(stored));
        Assert.Equal(Additions.Status(raw), Additions.Status(stored));
    }

    private static AdmissionRequest Asking(AdmissionRequest request) => Asking(request, [.. Rich.Names]);

    private static AdmissionRequest Asking(AdmissionRequest request, params string[] templates)
    {
        JsonDraft draft = new(request.Object);
        JsonDraft metadata = draft.Find("metadata")!;
        if (metadata.Find("annotations") is not { Kind: JsonKind.Object })
        {
            metadata.Set("annotations", JsonDraft.EmptyObject());
        }

        foreach (string template in templates)
        {
            metadata.Find("annotations")!.Set(InjectionOptions.Default.Annotations.For(template), new JsonDraft(JsonTree.Parse("\"true\"").Root));
        }

        return request with { Object = draft.Freeze() };
    }

    private static TemplateSet Load(string folder)
    {
        IEnumerable<TemplateFile> files = Directory.EnumerateFiles(folder, "*.yaml").Select(path => new TemplateFile(path, File.ReadAllBytes(path)));
        LoadedTemplates loaded = TemplateLoader.Load(files, InjectionOptions.DefaultPrefix);
        Assert.Empty(loaded.Problems);
        return loaded.Templates;
    }
}
