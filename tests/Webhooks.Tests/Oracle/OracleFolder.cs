using Webhooks.Shared.Oracle;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Oracle;

/// <summary>The same comparison over any folder of that format: <c>make oracle DIR=…</c> prints every miss and a table by area.</summary>
/// <remarks>ORACLE_DIR in the environment is the folder; without it there is nothing to do.</remarks>
public sealed class OracleFolder(ITestOutputHelper output)
{
    [Fact]
    public void Every_answer_is_the_recorded_one()
    {
        if (Environment.GetEnvironmentVariable("ORACLE_DIR") is not { Length: > 0 } folder)
        {
            return;
        }

        OracleRun run = OracleRun.Of(folder);
        foreach (OracleMiss miss in run.Misses)
        {
            output.WriteLine($"miss {miss}");
        }

        foreach (string name in run.Strangers)
        {
            output.WriteLine($"undecided without rules {name}");
        }

        output.WriteLine(run.ToString());
        Assert.Empty(run.Misses);
        Assert.Empty(run.Strangers);
    }
}
