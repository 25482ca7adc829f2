using Webhooks.Benchmarks;
using Webhooks.Benchmarks.InMemory;
using Webhooks.Benchmarks.Load;

return args switch
{
    ["load", .. var arguments] => LoadMeasurement.Start(arguments),
    ["sandbox"] => await SandboxMeasurement.Start(),
    _ => BenchmarkRun.Start(args),
};
