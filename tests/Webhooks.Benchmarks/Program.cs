using Webhooks.Benchmarks;
using Webhooks.Benchmarks.Caching;
using Webhooks.Benchmarks.InMemory;
using Webhooks.Benchmarks.Load;

return args switch
{
    ["load", .. var arguments] => LoadMeasurement.Start(arguments),
    ["cache"] => CacheMeasurement.Start(),
    ["sandbox"] => await SandboxMeasurement.Start(),
    _ => BenchmarkRun.Start(args),
};
