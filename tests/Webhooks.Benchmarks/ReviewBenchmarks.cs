using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Shared;

namespace Webhooks.Benchmarks;

/// <summary>What an AdmissionReview of a Pod costs that asks for a template, and one that asks for none.</summary>
public class ReviewBenchmarks
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    private readonly Injector _injector = new(InjectionOptions.Default);
    private readonly TemplateSet _templates;
    private readonly byte[] _review;
    private readonly byte[] _skipped;

    /// <summary>Reads the review and the sample templates.</summary>
    public ReviewBenchmarks()
    {
        string review = File.ReadAllText(Repository.PathOf("tests", "Webhooks.Benchmarks", "Data", "create-pods-2.json"));
        _review = Encoding.UTF8.GetBytes(review);
        _skipped = Encoding.UTF8.GetBytes(review.Replace(InjectionOptions.DefaultPrefix, "something.kubernetes.else/", StringComparison.Ordinal));
        LoadedTemplates loaded = TemplateLoader.Load(
            Directory.EnumerateFiles(Repository.PathOf("deploy", "samples", "templates")).Order(StringComparer.Ordinal)
                .Select(path => new TemplateFile(path, File.ReadAllBytes(path))),
            InjectionOptions.DefaultPrefix);
        _templates = loaded.Templates;
        using JsonTree asking = JsonTree.Parse(_review);
        using JsonTree other = JsonTree.Parse(_skipped);
        if (_review.Length != _skipped.Length || Decide(asking).Decision is not InjectionDecision.Changed
            || Decide(other).Decision.Outcomes is not [{ Reason: InjectionReason.NotRequested }])
        {
            throw new InvalidOperationException("the review must ask for a template, its variant of the same length for none");
        }
    }

    [Benchmark(Description = RatioTable.Floor1)]
    public int Parse()
    {
        using JsonDocument document = JsonDocument.Parse(_review);
        return (int)document.RootElement.ValueKind;
    }

    [Benchmark(Description = RatioTable.Floor2)]
    public int ParseWithoutDuplicates()
    {
        using JsonDocument document = JsonDocument.Parse(_review, NoDuplicates);
        return (int)document.RootElement.ValueKind;
    }

    [Benchmark(Description = RatioTable.TreeStrict)]
    public int TreeStrict()
    {
        using JsonTree tree = JsonTree.Parse(_review);
        return tree.RowCount;
    }

    [Benchmark(Description = RatioTable.TreeServer)]
    public int TreeServer()
    {
        using JsonTree tree = JsonTree.Parse(_review, JsonPolicy.Server);
        return tree.RowCount;
    }

    [Benchmark(Description = RatioTable.Skip)]
    public int Skip()
    {
        using JsonTree tree = JsonTree.Parse(_skipped);
        return Decide(tree).Decision.Outcomes.Count;
    }

    [Benchmark(Description = RatioTable.DecisionAndPatch)]
    public int DecisionAndPatch()
    {
        using JsonTree tree = JsonTree.Parse(_review);
        using PooledBuffer buffer = new();
        ((InjectionDecision.Changed)Decide(tree).Decision).Patch.Write(new JsonWriter(buffer));
        return buffer.Length;
    }

    [Benchmark(Description = RatioTable.WholeAnswer)]
    public int WholeAnswer()
    {
        using JsonTree tree = JsonTree.Parse(_review);
        using PooledBuffer buffer = new();
        (AdmissionReview review, InjectionDecision decision) = Decide(tree);
        AdmissionAnswer.Write(review, decision, new JsonWriter(buffer));
        return buffer.Length;
    }

    private (AdmissionReview Review, InjectionDecision Decision) Decide(JsonTree tree)
    {
        AdmissionReview review = AdmissionReview.Read(tree.Root);
        return (review, _injector.Decide(review.Request, _templates));
    }
}
