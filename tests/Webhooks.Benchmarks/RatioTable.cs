using System.Globalization;
using BenchmarkDotNet.Reports;
using Webhooks.Admission.Templates;

namespace Webhooks.Benchmarks;

/// <summary>Every benchmark as a ratio to the two floors of the same run, and the targets beside.</summary>
internal static class RatioTable
{
    public const string Floor1 = "JsonDocument.Parse (floor 1)";
    public const string Floor2 = "JsonDocument.Parse, no duplicates (floor 2)";
    public const string TreeStrict = "JsonTree.Parse, strict";
    public const string TreeServer = "JsonTree.Parse, server";
    public const string Skip = "skip";
    public const string DecisionAndPatch = "decision + patch";
    public const string WholeAnswer = "decision + answering review";
    public const string SkipOf20 = "skip, 20 templates";
    public const string DecisionOf20 = "decision + patch, 20 templates";
    public const string TwoOf20 = "decision + patch, 2 of 20 templates";
    public const string FloorOfUpdates = "JsonDocument.Parse, no dupl., of an update";
    public const string Scaling = "update, scaled";
    public const string RollOut = "update, rolled out";
    public const string NewUser = "valid User";
    public const string ChangedUser = "valid User, changed";
    public const string FloorOfTemplates = "JsonDocument.Parse of as many bytes";
    public const string Load = "load 100 templates";

    private const int MostAllocated = 8 * 1024;

    public static void Write(Summary summary, TextWriter output)
    {
        Dictionary<string, (double Time, long Allocated)> results = summary.Reports.ToDictionary(
            report => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            report => (report.ResultStatistics!.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0));
        (double floor1, double floor2) = (results[Floor1].Time, results[Floor2].Time);
        double skip = results[Skip].Time;
        output.WriteLine();
        output.WriteLine($"{"",-45}{"µs",9}{"/ floor 1",11}{"/ floor 2",11}{"bytes",9}  targets");
        foreach ((string name, (double time, long allocated)) in results)
        {
            string targets = string.Join("; ", Targets(name, time / floor1, time / floor2, time / skip, allocated));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-45}{time / 1000,9:F2}{time / floor1,11:F2}{time / floor2,11:F2}{allocated,9}  {targets}"));
        }
    }

    /// <summary>What reading templates costs, and what each holds on to.</summary>
    public static void WriteTemplates(Summary summary, TextWriter output)
    {
        Dictionary<string, double> times = summary.Reports.ToDictionary(
            report => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), report => report.ResultStatistics!.Median);
        TemplateFile[] files = TemplateLibrary.Files(TemplateBenchmarks.Count);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Load}: {times[Load] / 1e6:F2} ms, {times[Load] / times[FloorOfTemplates]:F1} x {FloorOfTemplates}; {TemplateLibrary.Retained(files) / files.Length} bytes held per template of {files[^1].Content.Length}"));
    }

    private static string[] Targets(string name, double ofFloor1, double ofFloor2, double ofSkip, long allocated) => name switch
    {
        Skip or SkipOf20 => [Target("1.3 x floor 2", ofFloor2 <= 1.3), Target("1.3 x floor 1 (stretch)", ofFloor1 <= 1.3)],
        TwoOf20 => [Target("3 x floor 1", ofFloor1 <= 3)],
        DecisionAndPatch or DecisionOf20 => [Target("3 x floor 1", ofFloor1 <= 3), Target("8192 bytes", allocated <= MostAllocated)],
        NewUser => [Target($"1.5 x {Skip}", ofSkip <= 1.5)],
        _ => [],
    };

    private static string Target(string most, bool isMet) => $"<= {most}: {(isMet ? "met" : "missed")}";
}
