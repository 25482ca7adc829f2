using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Webhooks.Shared;

namespace Webhooks.Benchmarks;

/// <summary>Runs the benchmarks and prints their ratios.</summary>
internal static class BenchmarkRun
{
    private const string Quick = "--quick";

    /// <summary>Runs all.</summary>
    /// <param name="arguments">None, or <c>--quick</c> for under a minute and wider errors.</param>
    /// <returns>0; 1 when a benchmark failed to run; 2 for other arguments. Never for a slow result.</returns>
    public static int Start(string[] arguments)
    {
        if (arguments is not ([] or [Quick]))
        {
            Console.Error.WriteLine($"unknown arguments; only {Quick} is one");
            return 2;
        }

        Job job = arguments is [Quick] ? Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(200)) : Job.Default;
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Repository.PathOf("artifacts", "benchmarks"));
        Summary reviews = BenchmarkRunner.Run<ReviewBenchmarks>(config);
        Summary templates = BenchmarkRunner.Run<TemplateBenchmarks>(config);
        if (HasFailed(reviews) || HasFailed(templates))
        {
            return 1;
        }

        RatioTable.Write(reviews, Console.Out);
        RatioTable.WriteTemplates(templates, Console.Out);
        return 0;
    }

    private static bool HasFailed(Summary summary) => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success);
}
