using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Client.Configuration;

public sealed class KubeconfigCorpusTests
{
    public static TheoryData<string> Names => [.. KubeconfigCase.All.Select(one => one.Name)];

    /// <summary>Invariants K1 and K2: what kubectl accepts is accepted, and paths are those of their file.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void K1_K2_Golden_files_mean_what_is_expected(string name)
    {
        KubeconfigCase one = new(name);
        IReadOnlyDictionary<string, string> actual = one.Run();
        if (GoldenComparison.IsRewriting)
        {
            GoldenComparison.Rewrite(one, actual);
        }

        string[] problems = [.. GoldenComparison.Problems(one, actual)];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }
}
