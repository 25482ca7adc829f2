using Webhooks.Shared.Golden;

namespace Webhooks.FunctionalTests.Golden;

/// <summary>All cases through the executable: started together, as many at a time as there are processors.</summary>
public sealed class GoldenRuns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private readonly Dictionary<string, Task<string[]>> _problems = [];

    public GoldenRuns()
    {
        foreach (GoldenCase one in GoldenCases.All)
        {
            _problems[one.Name] = Task.Run(() => RunAsync(one));
        }
    }

    /// <summary>What differs from the expectations of a case.</summary>
    public Task<string[]> ProblemsOf(string name) => _problems[name];

    public void Dispose()
    {
        Task.WhenAll(_problems.Values).GetAwaiter().GetResult();
        _turns.Dispose();
    }

    private async Task<string[]> RunAsync(GoldenCase one)
    {
        await _turns.WaitAsync();
        try
        {
            return [.. one.Problems(), .. GoldenComparison.Problems(one, GoldenRun.OfOne(one, Executable.Run), GoldenRun.FilesOfOne)];
        }
        catch (InvalidOperationException failure)
        {
            return [failure.Message];
        }
        finally
        {
            _turns.Release();
        }
    }
}
