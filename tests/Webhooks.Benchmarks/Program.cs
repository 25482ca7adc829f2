using Webhooks.Benchmarks;
using Webhooks.Benchmarks.Load;

return args is ["load", .. var arguments] ? LoadMeasurement.Start(arguments) : BenchmarkRun.Start(args);
