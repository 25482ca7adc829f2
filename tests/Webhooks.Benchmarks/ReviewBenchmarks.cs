using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Webhooks.Admission.Catalog;
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
    private readonly TemplateSet _templates = TemplateLibrary.Load(TemplateLibrary.Files(2));
    private readonly TemplateSet _many = TemplateLibrary.Load(TemplateLibrary.Files(20));
    private readonly byte[] _review;
    private readonly byte[] _skipped;
    private readonly byte[] _asksForTwo;
    private readonly byte[] _scaling;
    private readonly byte[] _rollOut;
    private readonly byte[] _newUser = ReadReview("create-users.json");
    private readonly byte[] _changedUser = ReadReview("update-users.json");
    private readonly Webhook _users = WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce()).Single(webhook => webhook.Path == "/validate/users");

    /// <summary>Reads the review and the sample templates.</summary>
    public ReviewBenchmarks()
    {
        string review = Encoding.UTF8.GetString(ReadReview("create-pods-2.json"));
        _review = Encoding.UTF8.GetBytes(review);
        _skipped = Encoding.UTF8.GetBytes(review.Replace(InjectionOptions.DefaultPrefix, "something.kubernetes.else/", StringComparison.Ordinal));
        string annotation = $"\"{InjectionOptions.DefaultPrefix}logging-agent\":\"true\"";
        _asksForTwo = Encoding.UTF8.GetBytes(review.Replace(annotation, $"{annotation},\"{InjectionOptions.DefaultPrefix}work-dir\":\"true\"", StringComparison.Ordinal));
        _scaling = UpdateReviews.OfScaling(_templates);
        _rollOut = UpdateReviews.OfRollOut(_templates);
        using JsonTree two = JsonTree.Parse(_asksForTwo);
        using JsonTree asking = JsonTree.Parse(_review);
        using JsonTree other = JsonTree.Parse(_skipped);
        if (_review.Length != _skipped.Length || Decide(asking, _templates).Decision is not InjectionDecision.Changed
            || Decide(other, _templates).Decision.Outcomes is not [{ Reason: InjectionReason.NotRequested }]
            || Decide(two, _many).Decision is not InjectionDecision.Changed { Outcomes: [{ Reason: InjectionReason.Injected }, { Reason: InjectionReason.Injected }] })
        {
            throw new InvalidOperationException("the review must ask for a template, its variants for none, in the same length, and for two");
        }

        if (Judge(_newUser) != "valid" || Judge(_changedUser) != "valid")
        {
            throw new InvalidOperationException("the User must be valid");
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
        return Decide(tree, _templates).Decision.Outcomes.Count;
    }

    [Benchmark(Description = RatioTable.SkipOf20)]
    public int SkipOf20()
    {
        using JsonTree tree = JsonTree.Parse(_skipped);
        return Decide(tree, _many).Decision.Outcomes.Count;
    }

    [Benchmark(Description = RatioTable.DecisionAndPatch)]
    public int DecisionAndPatch() => DecideAndWrite(_review, _templates);

    [Benchmark(Description = RatioTable.DecisionOf20)]
    public int DecisionOf20() => DecideAndWrite(_review, _many);

    [Benchmark(Description = RatioTable.TwoOf20)]
    public int TwoOf20() => DecideAndWrite(_asksForTwo, _many);

    [Benchmark(Description = RatioTable.WholeAnswer)]
    public int WholeAnswer()
    {
        using JsonTree tree = JsonTree.Parse(_review);
        using PooledBuffer buffer = new();
        (AdmissionReview review, InjectionDecision decision) = Decide(tree, _templates);
        AdmissionAnswer.Write(review, InjectionAnswer.Of(decision), new JsonWriter(buffer));
        return buffer.Length;
    }

    [Benchmark(Description = RatioTable.FloorOfUpdates)]
    public int ParseUpdate()
    {
        using JsonDocument document = JsonDocument.Parse(_scaling, NoDuplicates);
        return (int)document.RootElement.ValueKind;
    }

    [Benchmark(Description = RatioTable.Scaling)]
    public int Scaling()
    {
        using JsonTree tree = JsonTree.Parse(_scaling);
        return Decide(tree, _templates).Decision.Outcomes.Count;
    }

    [Benchmark(Description = RatioTable.RollOut)]
    public int RollOut()
    {
        using JsonTree tree = JsonTree.Parse(_rollOut);
        return Decide(tree, _templates).Decision.Outcomes.Count;
    }

    [Benchmark(Description = RatioTable.NewUser)]
    public string NewUser() => Judge(_newUser);

    [Benchmark(Description = RatioTable.ChangedUser)]
    public string ChangedUser() => Judge(_changedUser);

    private string Judge(byte[] sent)
    {
        using JsonTree tree = JsonTree.Parse(sent);
        return _users.Decide(AdmissionReview.Read(tree.Root).Request).Reason;
    }

    private static byte[] ReadReview(string file) => File.ReadAllBytes(Repository.PathOf("tests", "Webhooks.Benchmarks", "Data", file));

    private int DecideAndWrite(byte[] sent, TemplateSet templates)
    {
        using JsonTree tree = JsonTree.Parse(sent);
        using PooledBuffer buffer = new();
        ((InjectionDecision.Changed)Decide(tree, templates).Decision).Patch.Write(new JsonWriter(buffer));
        return buffer.Length;
    }

    private (AdmissionReview Review, InjectionDecision Decision) Decide(JsonTree tree, TemplateSet templates)
    {
        AdmissionReview review = AdmissionReview.Read(tree.Root);
        return (review, _injector.Decide(review.Request, templates));
    }
}
