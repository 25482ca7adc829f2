using Webhooks.Benchmarks;
using Webhooks.Benchmarks.Caching;
using Webhooks.Benchmarks.InMemory;
using Webhooks.Benchmarks.Load;
using Webhooks.Benchmarks.Watches;

return args switch
{
    ["load", .. var arguments] => LoadMeasurement.Start(arguments),
    ["cache"] => CacheMeasurement.Start(),
    ["sandbox"] => await SandboxMeasurement.Start(),
    ["watch"] => await WatchMeasurement.Start(),
    _ => BenchmarkRun.Start(args),
};
