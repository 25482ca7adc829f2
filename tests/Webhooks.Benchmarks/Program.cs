using Webhooks.Benchmarks;
using Webhooks.Benchmarks.Caching;
using Webhooks.Benchmarks.InMemory;
using Webhooks.Benchmarks.Load;
using Webhooks.Benchmarks.Objects;
using Webhooks.Benchmarks.Watches;

return args switch
{
    ["load", .. var arguments] => LoadMeasurement.Start(arguments),
    ["validate"] => ValidationMeasurement.Start(),
    ["cache"] => CacheMeasurement.Start(),
    ["sandbox"] => await SandboxMeasurement.Start(),
    ["watch"] => await WatchMeasurement.Start(),
    _ => BenchmarkRun.Start(args),
};
