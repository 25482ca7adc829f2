using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>What is injected into any object of the cases is taken off again, to the last member.</summary>
public sealed class GoldenInverseTests
{
    private const int AtLeast = 100;

    /// <summary>The cases whose manifests are changed on their creation.</summary>
    public static TheoryData<string> Cases =>
        [.. GoldenCases.All.Where(one => !one.Has(GoldenFile.Exit) && Injected(one).Any()).Select(one => one.Name)];

    [Fact]
    public void There_are_many() => Assert.InRange(Cases.Count, AtLeast, int.MaxValue);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Uninject_takes_off_what_inject_added(string name)
    {
        GoldenCase one = GoldenCases.Named(name);
        Uninjector uninjector = new(CaseSettings.Of(one).Options.Annotations);
        Assert.All(Injected(one), pair =>
        {
            InjectionDecision.Changed changed = Assert.IsType<InjectionDecision.Changed>(uninjector.Decide(pair.Request with { Object = pair.Injected }));
            JsonValue uninjected = changed.Patch.Apply(pair.Injected).Freeze(JsonPolicy.Server);
            Assert.True(JsonEquality.AreEqual(pair.Request.Object, uninjected), $"was:\n{pair.Request.Object}\nis:\n{uninjected}");
        });
    }

    /// <summary>The objects without a status that are changed when they are created, and what they become.</summary>
    private static IEnumerable<(AdmissionRequest Request, JsonValue Injected)> Injected(GoldenCase one)
    {
        CaseSettings settings = CaseSettings.Of(one);
        Injector injector = new(settings.Options);
        IEnumerable<YamlDocument> documents = CaseFiles.In(one, one.Input).SelectMany(file => CaseFiles.Documents(file.Content));
        foreach (AdmissionRequest request in documents.SelectMany(document => ManifestObjects.In(document.Root)).Select(manifest => manifest.Request))
        {
            if (!HasStatus(request.Object, settings)
                && injector.Decide(request, settings.Loaded.Templates, settings.NamespaceOptsIn) is InjectionDecision.Changed changed)
            {
                yield return (request, changed.Patch.Apply(request.Object).Freeze(JsonPolicy.Server));
            }
        }
    }

    private static bool HasStatus(JsonValue value, CaseSettings settings) =>
        value.ToString().Contains($"\"{settings.Options.Annotations.Status}\"", StringComparison.Ordinal);
}
