using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Webhooks.Benchmarks.Load;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;

namespace Webhooks.Benchmarks.Objects;

/// <summary>What it costs to answer a write of a large custom resource under a large schema, beside parsing the same bytes.</summary>
internal static class ValidationMeasurement
{
    private const int Properties = 500;
    private const int Bytes = 100_000;
    private const int Rounds = 200;

    /// <summary>Runs all and prints it.</summary>
    /// <returns>0, never another for a slow result.</returns>
    public static int Start()
    {
        CustomResourceKind kind = LargeObject.Kind(Properties);
        CustomResourceWrites writes = new(kind);
        byte[] body = LargeObject.Body(Properties, Bytes);
        WriteAnswer answer = writes.Create(body, FieldValidation.Strict);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }

        Print($"a custom resource of {body.Length} bytes, a schema of {Properties} properties");
        double floor = Report("parsed by JsonDocument", body, null, () => JsonDocument.Parse(body).Dispose());
        Report("validated, values alone", body, floor, () => kind.Schema.Validate(answer.Stored));
        Report("a create, from text to what is stored", body, floor, () => writes.Create(body, FieldValidation.Strict));
        Report("an update that changes nothing", body, floor, () => writes.Update(body, answer.Stored, FieldValidation.Strict));
        return 0;
    }

    private static double Report(string name, byte[] body, double? floor, Action work)
    {
        List<double> seconds = [];
        for (int round = -Rounds; round < Rounds; round++)
        {
            long started = Stopwatch.GetTimestamp();
            work();
            if (round >= 0)
            {
                seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        double median = Median.Of(seconds);
        Print($"{name,-40}{body.Length / median / 1e6,8:F0} MB/s {median * 1e6,8:F0} µs {median / (floor ?? median),7:F1} x {allocated / 1024,8} KiB");
        return median;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
