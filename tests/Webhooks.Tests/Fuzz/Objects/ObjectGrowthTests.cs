using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Xunit;

namespace Webhooks.Tests.Fuzz.Objects;

/// <summary>Four times as large an object costs four times as much, whatever it asks for.</summary>
public sealed class ObjectGrowthTests
{
    private const int Times = 4;

    /// <summary>Twice what is in proportion: tables grow by doubling, and a small object has costs of its own.</summary>
    private const double MostRatio = 2 * Times;

    /// <summary>Below, time is what a page fault makes of it.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>Processor time is asserted in the long run alone.</summary>
    private static readonly bool IsTimed = FuzzRun.Setting("FUZZ_COUNT", 0) > 0;

    public static TheoryData<string> Names => ObjectFuzzCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_cost_of_an_object_grows_with_its_size(string name)
    {
        Cost small = CostOf(new ObjectFuzzCases(1).Find(name));
        Cost large = CostOf(new ObjectFuzzCases(Times).Find(name));
        Assert.True(large.Bytes <= small.Bytes * MostRatio, $"{small} for one, {large} for {Times}");
        TimeSpan one = small.Time > Shortest ? small.Time : Shortest;
        Assert.True(!IsTimed || large.Time <= one * MostRatio, $"{small} for one, {large} for {Times}");
    }

    private static Cost CostOf((string Schema, string Value) input)
    {
        byte[] body = Encoding.UTF8.GetBytes(ObjectDraws.Whole(input.Value));
        JsonValue version = JsonTree.Parse(ObjectDraws.Input(ObjectDraws.WholeSchema(input.Schema), "0", "0"), JsonPolicy.Server).Root;
        CustomResourceWrites writes = new(new CustomResourceKind(new GroupVersionKind("oracle.example.com", "v1", "Thing"), version, version["version"u8]));
        Cost best = Measure(writes, body);
        for (int again = 0; again < (IsTimed ? 4 : 1); again++)
        {
            Cost next = Measure(writes, body);
            best = new(Math.Min(best.Bytes, next.Bytes), best.Time < next.Time ? best.Time : next.Time);
        }

        return best;
    }

    private static Cost Measure(CustomResourceWrites writes, byte[] body)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = ThreadTime.Now;
        WriteAnswer created = writes.Create(body, FieldValidation.Warn);
        if (!created.Stored.IsMissing)
        {
            writes.Update(body, created.Stored, FieldValidation.Warn);
        }

        return new(GC.GetAllocatedBytesForCurrentThread() - allocated, ThreadTime.Now - start);
    }

    private readonly record struct Cost(long Bytes, TimeSpan Time)
    {
        public override string ToString() => $"{Bytes} bytes and {Time.TotalMilliseconds:F1} ms";
    }
}
