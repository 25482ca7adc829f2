using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>Manifests as users wrote them, and the reviews that an API server made of them.</summary>
internal static class ManifestPairs
{
    private const string Group = "manifests/";
    private const string ReviewSuffix = "-review";

    /// <summary>The names of the manifests that have a review beside them.</summary>
    public static IEnumerable<string> Names =>
        GoldenCases.All.Select(one => one.Name)
            .Where(name => name.StartsWith(Group, StringComparison.Ordinal) && name.EndsWith(ReviewSuffix, StringComparison.Ordinal))
            .Select(name => name[Group.Length..^ReviewSuffix.Length]);

    /// <summary>The request that creating the manifest would be.</summary>
    public static AdmissionRequest Manifest(string name) =>
        Assert.Single(ManifestObjects.In(Document($"{Group}{name}"))).Request;

    /// <summary>The request that it was.</summary>
    public static AdmissionRequest Review(string name) =>
        AdmissionReview.Read(Document($"{Group}{name}{ReviewSuffix}")).Request;

    private static JsonValue Document(string name) =>
        Assert.Single(CaseFiles.Documents(File.ReadAllBytes(GoldenCases.Named(name).Input))).Root;
}
