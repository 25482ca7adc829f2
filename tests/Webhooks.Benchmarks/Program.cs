using Webhooks.Benchmarks;

return BenchmarkRun.Start(args);
