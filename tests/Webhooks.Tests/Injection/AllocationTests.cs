using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Shared;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Injection;

/// <summary>What a decision allocates: bytes, unlike microseconds, are the same on every machine.</summary>
public class AllocationTests(ITestOutputHelper output)
{
    private const int Runs = 200; // The first fill the pools; the code that is compiled again later may allocate less.

    private readonly byte[] _review = File.ReadAllBytes(Repository.PathOf("tests", "Webhooks.Benchmarks", "Data", "create-pods-2.json"));
    private readonly Injector _injector = new(InjectionOptions.Default);
    private readonly TemplateSet _templates = TemplateLoader.Load(
        Directory.EnumerateFiles(Repository.PathOf("deploy", "samples", "templates")).Select(path => new TemplateFile(path, File.ReadAllBytes(path))),
        InjectionOptions.DefaultPrefix).Templates;

    [Fact]
    public void A_decision_and_its_patch_allocate_at_most_8_KB()
    {
        Assert.True(PatchLength() > 0);
        long least = long.MaxValue;
        for (int run = 0; run < Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            PatchLength();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        output.WriteLine($"{least} bytes");
        Assert.InRange(least, 1, 8 * 1024);
    }

    /// <summary>From the bytes of the review to those of the patch.</summary>
    private int PatchLength()
    {
        using JsonTree tree = JsonTree.Parse(_review);
        using PooledBuffer buffer = new();
        AdmissionReview review = AdmissionReview.Read(tree.Root);
        InjectionDecision decision = _injector.Decide(review.Request, _templates);
        Assert.IsType<InjectionDecision.Changed>(decision).Patch.Write(new JsonWriter(buffer));
        return buffer.Length;
    }
}
